// Loaded before a command: the day it takes for today is that of the story.
const { MZA_STORY_NOW: told = '' } = process.env
const ahead = Date.parse(told) - Date.now()
const RealDate = Date

/** The real clock, moved. */
class StoryDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    super(given.length === 0 ? RealDate.now() + ahead : given[0])
  }

  static override now(): number {
    return RealDate.now() + ahead
  }
}

globalThis.Date = StoryDate as DateConstructor
