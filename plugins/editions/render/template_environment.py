"""How Jinja finds, compiles and runs the templates of a build."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, cast
from urllib.parse import urlsplit

from jinja2 import BaseLoader, Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context

from editions.pages.content_security_policy import page_policy
from editions.pages.page_paths import relative_address
from editions.pages.sanitised import sanitised
from editions.source.problem import Problem, Unpublishable
from editions.source.template_files import TemplateFolders, TemplateName
from editions.words.locales import direction
from editions.words.messages import in_context
from editions.words.phrasebook import phrasebook

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class LeanTemplates(Extension):
    """Templates without their indentation, which would go out with every page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Remove the indentation of a page's template before it is compiled."""
        return _INDENTATION.sub("", source) if name and name.endswith(".html") else source


class LayeredLoader(BaseLoader):
    """Adds to a loader the templates that others of the same name hide."""

    def __init__(self, loader: BaseLoader | None, folders: TemplateFolders) -> None:
        self._loader = loader
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Read a template.

        Raises:
            TemplateNotFound: If there is none of that name.
        """
        asked = TemplateName.parse(template)
        if asked.layer == 0 and asked.name not in self._folders.others and self._loader is not None:
            return self._loader.get_source(environment, template)
        path = self._folders.find(asked)
        if path is None:
            raise TemplateNotFound(asked.name)
        return path.read_text(encoding="utf-8"), str(path), None

    def list_templates(self) -> list[str]:
        """List the names of all templates."""
        return self._loader.list_templates() if self._loader is not None else []


class SiteEnvironment(Environment):
    """An environment in which a project's templates extend those of the same name, and fail in one line.

    Attributes:
        root: Folder of the project.
        overrides: Folder of its own templates, if it has one.
    """

    root: Path
    overrides: Path | None

    def join_path(self, template: str, parent: str) -> str:
        """Name the template that another one refers to."""
        return str(TemplateName.parse(parent).joined(template))

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Turn the failure of a project's template into a problem; it is called where an exception is handled.

        Raises:
            Unpublishable: If the template that failed is the project's.
            Exception: The failure as it is otherwise.
        """
        try:
            super().handle_exception(source)
        except Unpublishable:
            raise
        except Exception as error:
            place = self._place(error)
            if place is None:
                raise
            reason = f"there is no template {error.name}" if isinstance(error, TemplateNotFound) else str(error)
            message = f"can't be used as a template: {reason.rstrip('.')}; correct it"
            raise Unpublishable((Problem(*place, message),)) from None

    def _place(self, error: Exception) -> tuple[str, int] | None:
        """File and line of the innermost template, if that is one of the project's."""
        places = [(error.filename, error.lineno)] if isinstance(error, TemplateSyntaxError) else []
        trace = None if places else error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename.endswith((".html", ".xml")):
                places.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
            trace = trace.tb_next
        # Of templates that call each other without end, any may be the innermost.
        for file, line in reversed(places if isinstance(error, RecursionError) else places[-1:]):
            if file and self.overrides is not None and Path(file).is_relative_to(self.overrides):
                path = Path(file)
                return (path.relative_to(self.root) if path.is_relative_to(self.root) else path).as_posix(), line
        return None


def site_environment(
    folders: TemplateFolders, root: Path, overrides: Path | None, boot: str, language: str
) -> SiteEnvironment:
    """Make an environment of templates.

    Args:
        folders: Where templates are, first the folder that is searched first.
        root: Folder of the project.
        overrides: Folder of its own templates, if it has one.
        boot: The script that stands in every page.
        language: BCP 47 tag of the language of the site.

    Returns:
        The environment.
    """
    environment = SiteEnvironment(loader=FileSystemLoader(folders.folders), auto_reload=False)
    prepare_environment(environment, folders, root, overrides, boot, language, serving=False)
    return environment


def prepare_environment(
    env: Environment,
    folders: TemplateFolders,
    root: Path,
    overrides: Path | None,
    boot: str,
    language: str,
    *,
    serving: bool,
) -> None:
    """Have templates found in layers and compiled without their indentation, and give them what they use.

    Args:
        env: An environment of any maker, before a template of it is loaded; changed in place.
        folders: Where templates are, first the folder that is searched first.
        root: Folder of the project.
        overrides: Folder of its own templates, if it has one.
        boot: The script that stands in every page.
        language: BCP 47 tag of the language of the site.
        serving: Whether the site is served for a preview by MkDocs, which writes a script into each page.
    """
    env.trim_blocks = True
    env.add_extension(LeanTemplates)
    words = phrasebook(language)
    env.globals |= {"_": words.text, "count": words.count, "in_context": in_context, "words": words}
    env.loader = LayeredLoader(env.loader, folders)
    # Others may have made and changed it, so it stays and only its class changes.
    env.__class__ = SiteEnvironment
    site = cast("SiteEnvironment", env)
    site.root, site.overrides = root, overrides
    env.filters["url"] = _address_in_page
    env.filters["sanitised"] = sanitised
    env.globals["direction"] = direction(language)
    env.globals["editions_boot"] = boot
    env.globals["editions_policy"] = page_policy(boot, serving=serving)


@pass_context
def _address_in_page(context: Context, target: object) -> str:
    """The filter ``url``: a path from the root of the site as the page that is being made links to it."""
    path = str(target)
    split = urlsplit(path)
    if split.scheme or split.netloc or path[:1] in ("/", "#"):
        return path
    page = context.get("page")
    if page is None:
        return f"{context['base_url'].rstrip('/')}/{path}"
    return relative_address(f"/{path}", f"/{page.url}")
