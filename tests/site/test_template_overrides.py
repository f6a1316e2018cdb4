"""A project's own templates change the frame of pages as Material for MkDocs documents, and never lose their text."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from editions.cli import main
from sites import Site, build_site, run_build
from small_standard import CONFIGURATION, SITE_URL, write_files, write_small_standard

pytestmark = pytest.mark.slow

ANNOUNCED = 'Version 2 is out: <a href="https://example.org/two">what changed</a>.'
# The blocks that Material documents and that pages have, and the one of the home page.
BLOCKS = (
    "announce",
    "container",
    "content",
    "extrahead",
    "fonts",
    "footer",
    "header",
    "hero",
    "home",
    "htmltitle",
    "site_meta",
    "site_nav",
    "styles",
)
MISSING_BLOCKS = ("analytics", "config", "libs", "outdated", "scripts", "tabs")
IN_THE_HEAD = ("extrahead", "fonts", "htmltitle", "site_meta", "styles")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_small_standard(tmp_path_factory.mktemp("small") / "project")
    text = CONFIGURATION.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    start, end = text.index("  palette:\n"), text.index("plugins:\n")
    (folder / "mkdocs.yml").write_text(text[:start] + text[end:], encoding="utf-8")
    (folder / "overrides").mkdir()
    return folder


@pytest.fixture(scope="module")
def plain(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return build_site(written, tmp_path_factory.mktemp("plain") / "site", SITE_URL)


def override(project: Path, **templates: str) -> None:
    """Write templates by their names, without ``.html`` and with ``__`` for ``/``."""
    write_files(
        project / "overrides",
        {f"{name.replace('__', '/')}.html": text.encode() for name, text in templates.items()},
    )


def build(project: Path, tmp_path: Path) -> Site:
    return build_site(project, tmp_path / "out", SITE_URL)


def check(project: Path) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(project / "mkdocs.yml")])


def notices(project: Path) -> list[str]:
    """The lines of a check that are about templates."""
    return [line for line in check(project).stdout.splitlines() if line.startswith("overrides/")]


def all_files(site: Site) -> Iterator[Path]:
    yield from site.folder.rglob("*.html")


def assert_same_content(site: Site, plain: Site) -> None:
    """Every page has the text and the links of the page without overrides."""
    assert site.addresses() == plain.addresses()
    for page in plain.pages():
        other = site.page(page.address)
        assert other.text("article#content") == page.text("article#content")
        assert sorted(other.links("body")) == sorted([*other.links(".announce"), *page.links("body")])


@pytest.mark.parametrize("parent", ["base.html", "main.html"])
def test_an_announcement_is_on_every_page_and_nothing_is_lost(
    project: Path, plain: Site, tmp_path: Path, parent: str
) -> None:
    """The override that Material's documentation shows, extending either template."""
    override(project, main=f'{{% extends "{parent}" %}}\n{{% block announce %}}\n  {ANNOUNCED}\n{{% endblock %}}\n')
    assert not notices(project)
    site = build(project, tmp_path)
    for page in site.pages():
        assert page.text("aside.announce") == "Version 2 is out: what changed."
    assert "Version 2 is out" in (site.folder / "404.html").read_text(encoding="utf-8")
    assert_same_content(site, plain)


@pytest.mark.parametrize("parent", ["base.html", "main.html"])
def test_every_documented_block_keeps_what_it_had_with_super(
    project: Path, plain: Site, tmp_path: Path, parent: str
) -> None:
    """Blocks in the head add a comment, blocks in the body a text; super() keeps the rest."""
    blocks = "".join(f"{{% block {name} %}}{{{{ super() }}}}<!-- over {name} -->{{% endblock %}}\n" for name in BLOCKS)
    override(project, main=f'{{% extends "{parent}" %}}\n{blocks}')
    assert not notices(project)
    site = build(project, tmp_path)
    for path in all_files(site):
        text = path.read_text(encoding="utf-8")
        missing = ("content", "home", "htmltitle") if path.name == "404.html" else ()
        elsewhere = ("home",) if path.parent != site.folder else ()
        own = [name for name in BLOCKS if name not in (*missing, *elsewhere)]
        assert [name for name in own if text.count(f"<!-- over {name} -->") != 1] == []
        head = text.partition("</head>")[0]
        assert all((f"<!-- over {name} -->" in head) == (name in IN_THE_HEAD) for name in own)
    assert_same_content(site, plain)


def test_an_empty_announcement_is_no_banner_and_extrahead_needs_no_super(
    project: Path, plain: Site, tmp_path: Path
) -> None:
    """Material leaves extrahead empty, so that its users replace it; the style sheets of a page are not in it."""
    head = '{% block extrahead %}<meta name="a" content="b">{% endblock %}\n'
    override(project, main=f'{{% extends "base.html" %}}\n{{% block announce %}}\n{{% endblock %}}\n{head}')
    site = build(project, tmp_path)
    for page in plain.pages():
        other = site.page(page.address)
        sheets = [node.attributes["href"] for node in page.all("link[rel=stylesheet]")]
        assert [node.attributes["href"] for node in other.all("link[rel=stylesheet]")] == sheets
        assert other.one('meta[name="a"]').attributes["content"] == "b"
        assert not other.all(".announce")


def test_each_block_that_pages_do_not_have_gives_one_notice(project: Path, tmp_path: Path) -> None:
    """Those of Material that would hold scripts or parts of its frame, and slips in a name."""
    names = [*MISSING_BLOCKS, "anounce"]
    blocks = "".join(f"{{% block {name} %}}Lost{{% endblock %}}\n" for name in names)
    override(project, main=f'{{% extends "base.html" %}}\n{blocks}')
    expected = [
        f"overrides/main.html:{line}: notice: the block '{name}' has no effect: pages have no such block; "
        for line, name in enumerate(names, start=2)
    ]
    found = notices(project)
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected
    site = build(project, tmp_path)
    assert all(site.log.count(line) == 1 for line in found)
    assert "Lost" not in site.page("/").text("body")


def test_what_a_project_adds_to_the_frame_is_shown(project: Path, plain: Site, tmp_path: Path) -> None:
    """A template that includes or extends its own name means the theme's; a block may hold a block.

    Style sheets, scripts and pictures beside the templates are published, wherever Material keeps its own.
    """
    override(
        project,
        main='{% extends "base.html" %}{% block announce %}{% block own %}News{% endblock %}{% endblock %}',
        partials__footer='{% include "partials/footer.html" %}<p class="own">Ours</p>',
        **{"404": '{% extends "404.html" %}{% block content %}{{ super() }}<p class="own">Lost?</p>{% endblock %}'},
    )
    files = {
        "assets/stylesheets/own.css": b".announce { color: red }\n",
        "assets/javascripts/own.js": b"self.own = true\n",
        "assets/images/logo.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }
    write_files(project / "overrides", files)
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("  name: material\n", "  name: material\n  logo: assets/images/logo.svg\n")
    extra = "extra_css: [assets/stylesheets/own.css]\nextra_javascript: [assets/javascripts/own.js]\n"
    (project / "mkdocs.yml").write_text(text + extra, encoding="utf-8")
    assert not notices(project)
    site = build(project, tmp_path)
    for page in site.pages():
        assert page.text(".announce") == "News"
        assert page.text(".own") == "Ours"
        assert page.text(".colophon") == plain.page(page.address).text(".colophon")
    missing = (site.folder / "404.html").read_text(encoding="utf-8")
    assert "Nothing is published at this address." in missing
    assert "Lost?" in missing
    for path, content in files.items():
        assert (site.folder / path).read_bytes() == content
    assert not list(site.folder.glob("assets/javascripts/bundle*"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{% extends "base.html" %}\n{% block announce %}News\n',
            "overrides/main.html:2: can't be used as a template: ",
        ),
        ('{% extends "base.html" %}\n\n{% blok announce %}', "overrides/main.html:3: can't be used as a template: "),
        (
            '{% extends "base.html" %}\n{% block hero %}{{ 1 | shout }}{% endblock %}',
            "overrides/main.html:2: can't be used as a template: No filter",
        ),
        (
            '{% extends "base.html" %}\n{% block hero %}{% if 1 is odder %}{% endif %}{% endblock %}',
            "overrides/main.html:2: can't be used as a template: No test",
        ),
        (
            '{% extends "base.html" %}\n{% block hero %}{% endblock %}\n{% block hero %}{% endblock %}\n',
            "overrides/main.html:3: can't be used as a template: block 'hero' defined twice",
        ),
        ('{% extends "bass.html" %}\n', "overrides/main.html:1: the template 'bass.html' is in no theme; "),
        (
            '{% extends "base.html" %}\n{% block hero %}\n{% include "partials/no.html" %}{% endblock %}\n',
            "overrides/main.html:3: the template 'partials/no.html' is in no theme; ",
        ),
        ("\xff", "overrides/main.html:1: can't be read as UTF-8; save it as UTF-8"),
    ],
)
def test_a_template_that_cannot_be_used_is_a_problem(project: Path, tmp_path: Path, text: str, expected: str) -> None:
    """The check and the build name the file and the line, and nothing is built."""
    (project / "overrides" / "main.html").write_bytes(text.encode("latin-1"))
    assert [line[: len(expected)] for line in notices(project)] == [expected]
    done = run_build(project, tmp_path / "out")
    assert done.returncode == 1
    assert done.stdout.count(expected) == 1
    assert "Traceback" not in done.stdout
    assert not (tmp_path / "out").exists()


def test_templates_that_extend_each_other_are_a_problem(project: Path, tmp_path: Path) -> None:
    override(project, main='{% extends "base.html" %}\n', base='{% extends "main.html" %}\n')
    expected = "extends this template again; extend base.html or main.html of the theme"
    assert [line for line in notices(project) if expected in line] == notices(project) != []
    done = run_build(project, tmp_path / "out")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ page.meta.motto.text }}", "overrides/main.html:3: can't be used as a template: "),
        ("{% include 'partials/' ~ 'no.html' %}", "overrides/main.html:3: can't be used as a template: "),
        ("{% include 'partials/own.html' %}", "overrides/partials/own.html:1: can't be used as a template: "),
    ],
)
def test_a_template_that_fails_at_a_page_fails_in_one_line(
    project: Path, tmp_path: Path, text: str, expected: str
) -> None:
    """What no check can foresee ends the build with file and line, and without a traceback."""
    override(
        project,
        main=f'{{% extends "base.html" %}}\n{{% block announce %}}\n{text}{{% endblock %}}\n',
        partials__own="{{ nothing.at.all }}{# used by some #}\n",
    )
    done = run_build(project, tmp_path / "out")
    assert done.returncode == 1
    assert done.stdout.count(expected) == 1
    assert "Traceback" not in done.stdout


def test_a_template_that_no_page_is_made_with_gives_a_notice(project: Path) -> None:
    """Such as a part of Material's frame that pages here do not have."""
    override(project, partials__nav="<nav></nav>\n", partials__mine="Mine")
    override(project, main='{% extends "base.html" %}{% block hero %}{% include "partials/mine.html" %}{% endblock %}')
    message = "has no effect: no page is made with this template; remove it"
    assert notices(project) == [f"overrides/partials/nav.html:1: notice: {message}"]


def test_what_the_policy_stops_in_a_browser_gives_a_notice(project: Path) -> None:
    text = (
        '{% extends "base.html" %}\n{% block announce %}<p style="color: red">News</p>\n'
        '<script>alert(1)</script><script type="application/ld+json">{}</script>{% endblock %}\n'
    )
    override(project, main=text)
    found = notices(project)
    assert [line.partition(" notice: ")[0] for line in found] == ["overrides/main.html:2:", "overrides/main.html:3:"]
    assert all("is stopped by the content security policy" in line for line in found)


def test_a_folder_that_is_not_there_is_a_problem(project: Path) -> None:
    shutil.rmtree(project / "overrides")
    done = check(project)
    assert "mkdocs.yml:7: theme.custom_dir is 'overrides', where there is no folder; make one there" in done.stdout
    assert done.exit_code == 1


def test_a_check_computes_nothing_that_a_template_holds(project: Path) -> None:
    """Jinja computes constants when it compiles a template: this one would take for ever."""
    override(project, main='{% extends "base.html" %}{% block hero %}{{ 9 ** 9 ** 9 }}{% endblock %}')
    command = [
        sys.executable,
        "-c",
        "from editions.cli import main; main()",
        "check",
        "-f",
        str(project / "mkdocs.yml"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
    assert "overrides/" not in done.stdout
