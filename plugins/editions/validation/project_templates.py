"""The templates of a project (``theme.custom_dir``) above those of the themes, read without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from jinja2 import Environment, TemplateSyntaxError, nodes

from editions.source.configuration import Configuration
from editions.source.problem import Problem
from editions.source.template_files import TemplateFolders, TemplateName

THEME = Path(__file__).parents[1] / "theme"
# What pages are made with, whatever else a project has.
_ROOTS = ("main.html", "404.html", "sitemap.xml")
_FILTERS = ("url", "script_tag")  # those that MkDocs adds
# Plugins that bring no templates, filters or tags but those of the themes.
_KNOWN_PLUGINS = frozenset({"search", "group", "info", "meta", "offline", "optimize", "privacy", "social", "typeset"})


@dataclass(frozen=True)
class Template:
    """A template that could be read.

    Attributes:
        name: Its name.
        path: Its file.
        text: What it holds.
        tree: The same, parsed.
    """

    name: TemplateName
    path: Path
    text: str
    tree: nodes.Template

    @property
    def references(self) -> Iterator[tuple[str, int, bool]]:
        """Names of other templates that are written out, each with its line and whether it may be missing."""
        for kind in (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport):
            for node in self.tree.find_all(kind):
                optional = isinstance(node, nodes.Include) and node.ignore_missing
                asked: nodes.Expr = node.template  # type: ignore[attr-defined] # each of these kinds has one
                several = asked.items if isinstance(asked, (nodes.List, nodes.Tuple)) else []
                for stated in several or [asked]:
                    if isinstance(stated, nodes.Const) and isinstance(stated.value, str):
                        yield stated.value, node.lineno, optional or bool(several)

    @property
    def parent(self) -> str | None:
        """Name of the template that it extends, if that is written out."""
        extends = self.tree.find(nodes.Extends)
        stated = extends.template if extends is not None else None
        return stated.value if isinstance(stated, nodes.Const) and isinstance(stated.value, str) else None

    @property
    def blocks(self) -> list[nodes.Block]:
        """All of its blocks."""
        return list(self.tree.find_all(nodes.Block))

    @property
    def outer_blocks(self) -> list[nodes.Block]:
        """Its blocks that stand in no other one."""
        inner = {id(it) for block in self.blocks for it in block.find_all(nodes.Block)}
        return [block for block in self.blocks if id(block) not in inner]


class ProjectTemplates:
    """The templates of a project, and those that they are used with.

    Attributes:
        own: The project's own, by name; nothing if it has no folder of templates.
        problems: Files that are no templates.
        complete: Whether every template, filter and tag is known here: hooks and plugins of others may bring more.
    """

    def __init__(self, configuration: Configuration) -> None:
        self._folder = configuration.overrides
        self._shown_as = PurePosixPath(str(configuration.theme.get("custom_dir")))
        self._folders = TemplateFolders(tuple(it for it in (self._folder, THEME) if it is not None))
        static = configuration.theme.get("static_templates")
        self._static = [name for name in static if isinstance(name, str)] if isinstance(static, list) else []
        self._read: dict[Path, Template | None] = {}
        self.problems: list[Problem] = []
        plugins = {name.removeprefix("material/") for name in configuration.options if not name.startswith("editions/")}
        self.complete = plugins <= _KNOWN_PLUGINS and not configuration.file.data.get("hooks")
        found = {name: self.find(TemplateName(name)) for name in self._names()}
        self.own = {name: template for name, template in found.items() if template is not None}

    def find(self, name: TemplateName) -> Template | None:
        """Read a template; ``None`` if there is none, or it is none."""
        path = self._folders.find(name)
        if path is None:
            return None
        if path not in self._read:
            self._read[path] = self._parsed(name, path)
        return self._read[path]

    def exists(self, name: TemplateName) -> bool:
        """Whether there is a file of that name."""
        return self._folders.find(name) is not None

    def ancestors(self, template: Template) -> list[Template] | None:
        """The templates that a template extends, nearest first; ``None`` if they lead back to one of them."""
        found = [template]
        while (parent := found[-1].parent) is not None:
            above = self.find(found[-1].name.joined(parent))
            if above is None:
                break
            if above in found:
                return None
            found.append(above)
        return found[1:]

    def place(self, template: Template, line: int) -> tuple[str, int]:
        """File and line of something in a template of the project, for problems."""
        return self._shown(template.path), line

    @cached_property
    def used(self) -> frozenset[Path]:
        """The files of all templates that pages are made with."""
        waiting = [TemplateName(name) for name in (*_ROOTS, *self._static)]
        used: set[Path] = set()
        while waiting:
            template = self.find(waiting.pop())
            if template is not None and template.path not in used:
                used.add(template.path)
                waiting += [template.name.joined(name) for name, _, _ in template.references]
        return frozenset(used)

    def _names(self) -> list[str]:
        if self._folder is None:
            return []
        paths = [*self._folder.rglob("*.html"), self._folder / "sitemap.xml"]
        return sorted(path.relative_to(self._folder).as_posix() for path in paths if path.is_file())

    def _parsed(self, name: TemplateName, path: Path) -> Template | None:
        environment = Environment(autoescape=False)  # noqa: S701 - nothing is rendered
        try:
            text = path.read_text(encoding="utf-8")
            tree = environment.parse(text)
        except (OSError, UnicodeDecodeError):
            self._refuse(path, 1, "can't be read as UTF-8; save it as UTF-8")
            return None
        except TemplateSyntaxError as error:
            message = (error.message or "").rstrip(".")
            self._refuse(path, error.lineno, f"can't be used as a template: {message}; correct it")
            return None
        if self._folder is not None and path.is_relative_to(self._folder):
            for line, message in self._slips(tree, environment):
                self._refuse(path, line, f"can't be used as a template: {message}; correct it")
        return Template(name, path, text, tree)

    def _slips(self, tree: nodes.Template, environment: Environment) -> Iterator[tuple[int, str]]:
        """What Jinja refuses only when it compiles, which would compute what a template holds."""
        seen = set()
        for block in tree.find_all(nodes.Block):
            if block.name in seen:
                yield block.lineno, f"block {block.name!r} defined twice"
            seen.add(block.name)
        known = {nodes.Filter: {*environment.filters, *_FILTERS}, nodes.Test: {*environment.tests}}
        for node in tree.find_all((nodes.Filter, nodes.Test)) if self.complete else ():
            if node.name not in known[type(node)]:
                yield node.lineno, f"No {type(node).__name__.lower()} named {node.name!r}"

    def _refuse(self, path: Path, line: int, message: str) -> None:
        self.problems.append(Problem(self._shown(path), line, message))

    def _shown(self, path: Path) -> str:
        inside = path.relative_to(self._folder) if self._folder and path.is_relative_to(self._folder) else path
        return (self._shown_as / inside.as_posix()).as_posix()


def settings_read(tree: nodes.Template) -> set[tuple[str, ...]]:
    """Find which settings a template reads.

    Returns:
        Keys of each, from the root of the configuration: ``("copyright",)``, ``("theme", "logo")``.
    """
    found = set()
    for node in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Call)):
        keys = _keys(node)
        if keys is not None and keys:
            found.add(keys[:2])
    return found


def _keys(node: nodes.Node) -> tuple[str, ...] | None:
    """The keys by which an expression goes into the configuration; ``None`` if it does not."""
    if isinstance(node, nodes.Name):
        return () if node.name == "config" else None
    if isinstance(node, nodes.Getattr):
        name: object = node.attr
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        name = node.arg.value
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr) and node.node.attr == "get":
        first = node.args[0] if node.args else None
        return _joined(_keys(node.node.node), first.value if isinstance(first, nodes.Const) else None)
    else:
        return None
    return _joined(_keys(node.node), name)


def _joined(keys: tuple[str, ...] | None, name: object) -> tuple[str, ...] | None:
    return (*keys, name) if keys is not None and isinstance(name, str) else None
