// Applies the remembered colour scheme, or the system's, before anything is painted.
var palette = __md_get("__palette")
var system = "(prefers-color-scheme)"
var color = palette && palette.color ? palette.color : { media: system }
if (color.media === system) {
  var media = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"
  var input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${media})']`)
  if (input) for (var name of ["scheme", "primary", "accent"]) color[name] = input.getAttribute("data-md-color-" + name)
}
for (var [key, value] of Object.entries(color)) document.body.setAttribute("data-md-color-" + key, value)
