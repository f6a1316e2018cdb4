"""A project whose every page holds attacks, and its site with both guards, with either and with none."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from html import escape
from pathlib import Path

from hostile_attacks import ATTACKS, OWN, Attack
from project_files import write_project

URL = "https://hostile.example/"
VARIANTS = ("guarded", "unsanitised", "unruled", "bare", "copied")
"""Both guards; no sanitiser; no policy and what goes with it; neither; no sanitiser, and a boot script that any copy of
it may stand for. A browser that is told to pass the policy over has none, whatever a page states."""
_TOGETHER = 4
# What stands at the attacks' addresses within the site, as if it had been published: what they would like to have run.
_OWN = {
    ".js": "top.broken.{name}",
    ".css": "body {{ color: red }}",
    ".html": "<script>top.broken.{name}</script>",
    ".svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>top.broken.{name}</script></svg>',
    ".json": "{{}}",
}
_CONFIGURATION = f"""\
site_name: Hostile
site_url: {URL}
theme: {{name: material}}
plugins:
  - editions/standard:
      releases: {{changelog: false}}
  - editions/citations
markdown_extensions: [attr_list, md_in_html, tables, def_list, abbr, footnotes]
"""


def attack_pages() -> dict[str, tuple[Attack, ...]]:
    """The attacks by the address of the page that holds them."""
    calm = [attack for attack in ATTACKS if not attack.alone]
    groups: list[tuple[Attack, ...]] = [(attack,) for attack in ATTACKS if attack.alone]
    groups += [tuple(calm[place : place + _TOGETHER]) for place in range(0, len(calm), _TOGETHER)]
    return {f"/attacks/{number:02d}/": group for number, group in enumerate(groups, 1)}


def write_hostile_pages(folder: Path, pages: Mapping[str, tuple[Attack, ...]], boot: str) -> Path:
    """Write the project.

    Args:
        folder: Where to write it.
        pages: The attacks by the address of the page that holds them.
        boot: The script that the policy trusts, which some attacks copy.

    Returns:
        The project's folder.
    """
    files: dict[str, str | bytes] = {"mkdocs.yml": _CONFIGURATION}
    for address, attacks in pages.items():
        texts = [attack.written.replace("@BOOTCODED", escape(boot)).replace("@BOOT", boot) for attack in attacks]
        names = " ".join(attack.name for attack in attacks)
        text = f"---\ntitle: Attacks {names}\n---\n\n" + "\n\n".join(texts) + "\n\nThe end.\n"
        files[f"docs{address[:-1]}.md"] = text
    return write_project(folder, files=files)


def build_variants(folder: Path) -> None:
    """Build every variant of the site, in one process.

    Args:
        folder: Where the projects and the sites are written: a folder for each variant.
    """
    import logging

    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    import editions.validation.loading as loading
    from editions.mkdocs import one_environment, page_sheets, standard
    from editions.pages.content_security_policy import without_redirections
    from editions.pages.sanitised import sanitised
    from editions.render import page_content
    from editions.site import plan
    from editions.site.assets.site_assets import boot_script

    def unchanged(html: str, *_: object) -> str:
        return html

    logging.disable(logging.CRITICAL)
    for check in ("link_problems", "departures"):
        vars(loading)[check] = lambda *_: ()  # the checks refuse some attacks; no guard may lean on that
    boot = boot_script()
    pages = attack_pages()
    project = write_hostile_pages(folder / "project", pages, boot)
    for variant in VARIANTS:
        if variant == "copied":
            boot = _trusting(boot)
            for module in (one_environment, plan):
                vars(module)["boot_script"] = partial(str, boot)
            copies = {address: held for address, held in pages.items() if held[0].proof == "copies"}
            project = write_hostile_pages(folder / "project-copied", copies, boot)
        clean, ruled = variant in ("guarded", "unruled"), variant not in ("unruled", "bare")
        for module in (page_content, page_sheets):
            vars(module)["sanitised"] = sanitised if clean else unchanged
        vars(standard)["without_redirections"] = without_redirections if ruled else unchanged
        build(load_config(str(project / "mkdocs.yml"), site_dir=str(folder / variant)))
        own = folder / variant / OWN.strip("/")
        own.mkdir()
        for attack in ATTACKS:
            for suffix, text in _OWN.items():
                if f"@OWN{suffix}" in attack.text:
                    (own / f"{attack.name}{suffix}").write_text(text.format(name=attack.name), encoding="utf-8")


def _trusting(boot: str) -> str:
    """The boot script without what makes it run once, and in no frame."""
    once = 'if (self !== top || Object.hasOwn(self, "editions")) return'
    defined = (
        'Object.defineProperty(self, "editions", { value: Object.freeze({ base, recall, remember, load, local }) })'
    )
    assert once in boot
    assert defined in boot
    return boot.replace(once, "if (0) return").replace(
        defined, "self.editions = { base, recall, remember, load, local }"
    )


if __name__ == "__main__":
    build_variants(Path(sys.argv[1]))
