"""The content security policy of the site: what a browser may run and load, whatever stands in the pages.

It is the second guard beside the sanitiser, and each is enough alone. Source: Content Security Policy Level 3 (W3C).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping

# What a policy in a page cannot forbid: elements that redirect the page or make a browser look other hosts up.
_BEYOND_THE_POLICY = re.compile(r"<(?=/?(?:meta|link|base)\b)", re.IGNORECASE)


def script_hash(script: str) -> str:
    """The hash by which a policy knows a script that stands in a page (CSP 3, 8.4).

    Args:
        script: The text between the tags, exactly.
    """
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def page_policy(boot: str, *, serving: bool = False) -> str:
    """The policy that every page states.

    Args:
        boot: The theme's only script that stands in pages. It is trusted by its hash, and what it loads is trusted with
            it (``strict-dynamic``); nothing else runs, wherever it comes from. So the policy does not depend on what
            contributors write.
        serving: Whether the site is served for a preview, where the server writes a script of its own into each page.
    """
    scripts = "'self' 'unsafe-inline'" if serving else f"{script_hash(boot)} 'strict-dynamic'"
    rules = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def page_headers(policy: str) -> dict[str, str]:
    """The headers that answers of a server should have.

    Args:
        policy: The policy that pages state.

    Returns:
        The policy with what only a header can state (``frame-ancestors``), and the headers that go with it; data files
        may be read from any site.
    """
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Access-Control-Allow-Origin": "*",
    }


def headers_file(headers: Mapping[str, str]) -> str:
    """A file ``_headers``, from which hosts of static sites (Netlify, Cloudflare Pages) take headers.

    Returns:
        The file, with the headers of every answer.
    """
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def without_redirections(html: str) -> str:
    """Make text of what no policy governs: ``meta``, ``link`` and ``base`` elements in a page's body.

    Returns:
        The page, whose body holds none of them.
    """
    head, mark, body = html.partition("</head>")
    return head + mark + _BEYOND_THE_POLICY.sub("&lt;", body)
