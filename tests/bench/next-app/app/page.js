import fs from 'node:fs'
import { parse } from 'parse5'
import { createElement } from 'react'

/** The body that the bench left beside this app, as elements: a static page with the portal's content and markup. */
export default function Page() {
  const document = parse(fs.readFileSync('page.html', 'utf8'))
  const html = document.childNodes.find(node => node.nodeName === 'html')
  return element(html.childNodes.find(node => node.nodeName === 'body'))
}

function element(node, key) {
  if (node.nodeName === '#text') return node.value
  const { class: className, ...others } = Object.fromEntries(
    node.attrs.map(({ name, value }) => [name, value]),
  )
  return createElement(node.tagName, { ...others, className, key }, ...node.childNodes.map(element))
}
