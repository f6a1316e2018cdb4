// Applies the remembered colour scheme before anything is painted.
var palette = __md_get("__palette")
if (palette && palette.color) {
  if (palette.color.media === "(prefers-color-scheme)") {
    var media = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"
    var input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${media})']`)
    for (var name of ["media", "scheme", "primary", "accent"])
      palette.color[name] = input.getAttribute("data-md-color-" + name)
  }
  for (var [key, value] of Object.entries(palette.color)) document.body.setAttribute("data-md-color-" + key, value)
}
