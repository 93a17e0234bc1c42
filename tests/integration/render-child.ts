import { readFileSync } from 'node:fs'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { sectionsOf } from '#features/document/section-rules.ts'
import { readText } from '#features/document/text-rules.ts'

// Run as a program of its own, so that the memory is that of one text and of nothing else.
const { text, diagnostics } = readText('a.md', readFileSync(process.argv[2] ?? '', 'utf8'))
const renderer = unified().use(remarkRehype).use(rehypeSanitize).freeze()
for (const { nodes } of text ? sectionsOf(text.body) : [])
  renderer.runSync({ type: 'root', children: [...nodes] })
console.log(
  JSON.stringify({ errors: diagnostics.length, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
)
