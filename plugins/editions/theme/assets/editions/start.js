// Material's own start-up functions, in a file so that the content security policy can forbid inline scripts.
document.documentElement.classList.replace("no-js", "js")
var __md_scope = new URL(document.currentScript.dataset.base, location)
var __md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0)
var __md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(scope.pathname + "." + key))
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value))
  } catch (error) {
    // Storage may be full or forbidden; a choice that is not remembered is no failure.
  }
}
