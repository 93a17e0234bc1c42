/** What is wrong with a variable; its value is not repeated. */
export interface SettingProblem {
  readonly name: string
  readonly problem: string
}
