"""What a page has so that everybody can use it, checked in a real browser: names, headings, tables, pictures, contrast."""

from playwright.sync_api import Page

FAULTS = r"""() => {
  const faults = [];
  const told = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
  const fault = (what, element) => faults.push(`${what}: ${told(element)}`);
  const shown = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const all = (selector) => [...document.querySelectorAll(selector)];
  const named = (ids) => (ids || '').split(/\s+/).filter(Boolean).map((id) => document.getElementById(id));
  const text = (element) => (element ? element.textContent.trim() : '');
  const name = (element) => element.getAttribute('aria-label')?.trim()
    || named(element.getAttribute('aria-labelledby')).map(text).join(' ').trim()
    || [...(element.labels || [])].map(text).join(' ').trim()
    || (['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName) ? '' : text(element));

  if (!document.documentElement.lang) faults.push('the page names no language');
  if (!document.title.trim()) faults.push('the page has no title');
  if (all('main').length !== 1) faults.push('there is not one main part');
  for (const part of all('input:not([type=hidden]), select, textarea, button, a[href], summary')) {
    if (part.closest('[aria-hidden=true]') || !shown(part)) continue;
    if (!name(part) && ![...part.querySelectorAll('[aria-label], title')].some((one) => name(one))) fault('no name', part);
  }
  let level = 0;
  if (all('h1').length !== 1) faults.push(`${all('h1').length} headings of the first level`);
  for (const heading of all('h1, h2, h3, h4, h5, h6').filter(shown)) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) fault(`a heading of level ${next} under one of ${level}`, heading);
    if (!text(heading)) fault('an empty heading', heading);
    level = next;
  }
  for (const table of all('table')) {
    if (!table.querySelector('th')) fault('a table without headers', table);
    for (const head of table.querySelectorAll('th')) {
      if (!head.hasAttribute('scope')) fault('a header that does not say of what', head);
      if (!text(head)) fault('an empty header', head);
    }
  }
  for (const picture of all('img')) if (!picture.hasAttribute('alt')) fault('a picture without words', picture);
  for (const picture of all('svg')) {
    const said = name(picture) && (picture.getAttribute('role') || picture.getAttribute('aria-label'));
    if (picture.closest('[aria-hidden=true]') === null && !said) fault('a picture without words', picture);
  }
  const ids = all('[id]').map((one) => one.id);
  for (const id of new Set(ids.filter((one, place) => ids.indexOf(one) !== place))) faults.push(`an id twice: ${id}`);
  for (const kind of ['aria-labelledby', 'aria-describedby', 'for', 'form']) {
    for (const one of all(`[${kind}]`)) if (named(one.getAttribute(kind)).includes(null)) fault(`${kind} leads nowhere`, one);
  }

  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const over = (layers) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of layers) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (layers) => over(layers).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
    return ['white', ...layers];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pale = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !shown(element)) continue;
    if (element.closest('.unseen, .skip, [aria-hidden=true], option')) continue;
    const style = getComputedStyle(element);
    const under = ground(element);
    const colour = element.namespaceURI.endsWith('svg') ? style.fill : style.color;
    const [one, other] = [light(under), light([...under, colour])].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < (large ? 3 : 4.5)) pale.add(`contrast ${ratio.toFixed(2)}: ${told(element)}`);
  }
  return [...faults, ...[...pale].slice(0, 10)];
}"""


def faults(page: Page) -> list[str]:
    """What is wrong with the page that is open, in words; nothing where nothing is."""
    found: list[str] = page.evaluate(FAULTS)
    return found
