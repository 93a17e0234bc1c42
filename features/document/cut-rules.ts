const HEADING = /^#{1,6}(?:[ \t]|$)/
const FENCE = /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})/
const HTML = /^ {0,3}</
const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/
const ITEM = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))(?:( {1,4})(?=\S)|[ \t]|$)/
/** HTML blocks that end at a word of theirs, not at a blank line (CommonMark, "HTML blocks", 1 to 5). */
const LONG_HTML = /^[ \t>]{0,300}(?:[-+*>]|\d{1,9}[.)])?[ \t>]{0,300}<(?:!|\?|script|pre|style|textarea)/i

/**
 * Finds the lines before which a text can be cut, so that its parts mean what they mean in the whole but for references:
 * headings that begin a line outside of code and HTML. Where it is in doubt it never cuts again.
 */
export class Cutter {
  #fence: { readonly mark: string; readonly length: number } | null = null
  #afterBlank = true
  #inComment = false
  #inDoubt = false
  #inHtml = false
  /** Where the words of the list item begin in which a line may be; 0 where in none. */
  #itemOffset = 0

  /** Takes the next line, and tells whether the text can be cut before it. */
  take(line: string): boolean {
    if (this.#inDoubt) return false
    if (this.#fence) {
      this.#close(line)
      return false
    }
    if (this.#inComment) {
      this.#inComment = !line.includes('-->')
      return false
    }
    if (line.startsWith('<!--') && !this.#inHtml) {
      this.#inComment = !line.includes('-->')
      this.#itemOffset = 0
      return false
    }
    if (LONG_HTML.test(line)) this.#inDoubt = true
    else if (line.trim() === '') this.#inHtml = false
    else if (HTML.test(line)) this.#inHtml = true
    this.#open(line)
    if (line.trim() !== '') this.#placeInList(line)
    this.#afterBlank = line.trim() === ''
    return HEADING.test(line) && !this.#inHtml && !this.#inDoubt && !this.#fence
  }

  #close(line: string): void {
    const { mark, length } = this.#fence ?? { mark: '', length: 0 }
    const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? ''
    if (closing.startsWith(mark) && closing.length >= length) this.#fence = null
  }

  #open(line: string): void {
    const [, indent = '', run = ''] = FENCE.exec(line) ?? []
    if (run === '') return
    // From four columns on it is code already, or stands in an item.
    if (indent.includes('\t') || this.#inHtml) this.#inDoubt = true
    else if (indent.length >= 4 || (this.#itemOffset > 0 && indent.length >= this.#itemOffset)) return
    else if (indent.length > 0) this.#inDoubt = true
    else this.#fence = { mark: run.charAt(0), length: run.length }
  }

  #placeInList(line: string): void {
    const indent = line.length - line.trimStart().length
    if (this.#itemOffset > 0 && indent >= this.#itemOffset) return
    const [, marker = '', gap = ''] = RULE.test(line) ? [] : (ITEM.exec(line) ?? [])
    // An empty item may have ended already, and one amid a paragraph may be none (`2.` is not): after these, a fence
    // that is indented leaves us in doubt.
    const isSure =
      gap !== '' && (this.#afterBlank || this.#itemOffset > 0 || /^ {0,3}(?:[-+*]|1[.)])$/.test(marker))
    this.#itemOffset = isSure ? marker.length + gap.length : 0
  }
}
