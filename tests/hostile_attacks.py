r"""Attacks that a contributor could write into a page, each named with where the idea comes from.

In the texts ``@RUN`` is a script that marks the attack as carried out, ``@WEB`` an address on another host and ``@OWN``
an address of the site itself at which a script or a style sheet of the contributor's would stand.

Sources: ``owasp`` is OWASP's XSS Filter Evasion Cheat Sheet; ``html5sec`` the HTML5 Security Cheatsheet by Heiderich;
``purify`` the published vectors in DOMPurify's tests; ``portswigger`` PortSwigger's XSS cheat sheet; ``csp`` Content
Security Policy Level 3 and its list of what it does not govern; ``markdown`` Python-Markdown's own syntax; ``clobber``
"DOM Clobbering" (Heyes) and the HTML Standard, 7.2.2.3 and 3.1.5; ``editions`` what this project's own scripts read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WEB = "https://canary.invalid"
OWN = "/canary"

Proof = Literal["runs", "asks", "stands", "copies", "inert"]


@dataclass(frozen=True)
class Attack:
    """One attack.

    Attributes:
        name: Its name, letters and digits.
        source: Where the idea comes from.
        text: What the contributor writes, in Markdown.
        proof: What shows that it succeeds where nothing guards the page: its script ``runs``, the page ``asks`` for
            something, or an element ``stands`` there; ``copies`` the script that the policy trusts, which has a guard
            of its own; ``inert`` where the browser or Markdown makes nothing of it.
        stands: The selector of that element.
        alone: Whether it swallows what follows it, so that it needs a page of its own.
        leaves: Whether it leads the browser away from the page.
    """

    name: str
    source: str
    text: str
    proof: Proof = "runs"
    stands: str = ""
    alone: bool = False
    leaves: bool = False

    @property
    def written(self) -> str:
        """The text with its canary."""
        run = f"top.broken.{self.name}"
        return (
            self.text.replace("@RUN", run).replace("@WEB", f"{WEB}/{self.name}").replace("@OWN", f"{OWN}/{self.name}")
        )


def _all() -> tuple[Attack, ...]:
    runs = [
        # Scripts as such.
        ("script", "owasp", "<script>@RUN</script>"),
        ("scriptcase", "owasp", "<ScRiPt >@RUN</sCrIpT >"),
        ("scriptslash", "owasp", "<script/x>@RUN</script>"),
        ("scriptsource", "owasp", "<script src=@OWN.js></script>"),
        ("scriptmodule", "html5sec", "<script type=module src=@OWN.js></script>"),
        ("scriptmoduletext", "html5sec", "<script type=module>@RUN</script>"),
        ("scriptsvg", "html5sec", "<svg><script>@RUN</script></svg>"),
        ("scriptsvghref", "html5sec", '<svg><script href="@OWN.js"></script></svg>'),
        ("scriptsvgxlink", "html5sec", '<svg><script xlink:href="@OWN.js"></script></svg>'),
        ("scriptsvgentity", "html5sec", "<svg><script>top&#46;broken&#46;scriptsvgentity</script></svg>"),
        ("scriptdata", "owasp", '<script src="data:text/javascript,@RUN"></script>'),
        ("scriptinparagraph", "markdown", "Some words <script>@RUN</script> and others."),
        ("scriptinlist", "markdown", "- one\n- <script>@RUN</script>"),
        ("scriptindiv", "markdown", '<div markdown="1">\n\nA <script>@RUN</script> here.\n\n</div>'),
        ("scriptintable", "markdown", "| a | b |\n| --- | --- |\n| <script>@RUN</script> | c |"),
        ("scriptindefinition", "markdown", "Term\n:   <script>@RUN</script>"),
        ("scriptinquote", "markdown", "> <script>@RUN</script>"),
        ("scriptinheading", "markdown", "## A heading <script>@RUN</script>"),
        # Handlers of events.
        ("imgerror", "owasp", "<img src=/missing onerror=@RUN>"),
        ("imgbroken", "owasp", '<img """><script>@RUN</script>">'),
        ("imgload", "portswigger", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onerror=@RUN onload=@RUN>'),
        ("imgmarkdown", "markdown", "![x](/missing){ onerror=@RUN }"),
        ("imginput", "html5sec", "<input type=image src=/missing onerror=@RUN>"),
        ("svgload", "owasp", "<svg onload=@RUN></svg>"),
        ("svgloadtight", "owasp", "<svg/onload=@RUN></svg>"),
        ("svganimate", "html5sec", "<svg><animate onbegin=@RUN attributeName=x dur=1s></animate></svg>"),
        ("detailstoggle", "portswigger", "<details open ontoggle=@RUN><summary>x</summary>y</details>"),
        ("inputfocus", "html5sec", "<input onfocus=@RUN autofocus>"),
        ("tabindexfocus", "portswigger", "<p onfocus=@RUN tabindex=1 id=tabindexfocus>x</p>"),
        ("mouseover", "owasp", '<b onmouseover="@RUN">x</b>'),
        ("mouseattribute", "markdown", "A paragraph.\n{ onmouseover=@RUN }"),
        ("mousespan", "markdown", "A *star*{ onmouseover=@RUN } shines."),
        ("mouselink", "markdown", "[x](#x){ onclick=@RUN }"),
        ("mouseheading", "markdown", "## A heading { onmouseover=@RUN }"),
        ("mousecell", "markdown", "| a |\n| --- |\n| b { onmouseover=@RUN } |"),
        ("mousedefinition", "markdown", '<p markdown="span" onmouseover="@RUN">x</p>'),
        ("videoerror", "html5sec", "<video><source onerror=@RUN src=/missing></video>"),
        ("videosource", "html5sec", "<video src=/missing onerror=@RUN></video>"),
        ("audioerror", "html5sec", "<audio src=/missing onerror=@RUN></audio>"),
        ("iframeload", "owasp", "<iframe onload=@RUN></iframe>"),
        ("objecterror", "html5sec", "<object data=/missing.x onerror=@RUN></object>"),
        ("linkload", "html5sec", '<link rel=stylesheet href="/missing.css" onerror=@RUN>'),
        ("styleload", "html5sec", "<style onload=@RUN></style>"),
        ("bodyattribute", "owasp", "<body onpageshow=@RUN>"),
        (
            "animation",
            "portswigger",
            "<style>@keyframes x{}</style><b style='animation-name:x' onanimationstart=@RUN>x</b>",
        ),
        ("unknownelement", "portswigger", "<x-y onmouseover=@RUN>x</x-y>"),
        ("entityhandler", "owasp", '<b onmouseover="top&#46;broken&#46;entityhandler">x</b>'),
        # Addresses that are scripts.
        ("linkscript", "owasp", '<a href="javascript:@RUN">x</a>'),
        ("linkcase", "owasp", '<a href="JaVaScRiPt:@RUN">x</a>'),
        ("linktab", "owasp", '<a href="jav&#x09;ascript:@RUN">x</a>'),
        ("linknewline", "owasp", '<a href="jav&#x0A;ascript:@RUN">x</a>'),
        ("linkentity", "owasp", '<a href="&#106;&#97;vascript:@RUN">x</a>'),
        ("linkentitylong", "owasp", '<a href="&#0000106avascript:@RUN">x</a>'),
        ("linkmarkdown", "markdown", "[x](javascript:@RUN)"),
        ("linkreference", "markdown", "[x][linkreference]\n\n[linkreference]: javascript:@RUN"),
        ("linkattribute", "markdown", "[x](#x){ href=javascript:@RUN }"),
        ("linkarea", "html5sec", '<map name=m><area href="javascript:@RUN" shape=default></map><img usemap=#m alt="">'),
        ("linksvg", "html5sec", '<svg><a xlink:href="javascript:@RUN"><text y=20>x</text></a></svg>'),
        ("linksvghref", "html5sec", '<svg><a href="javascript:@RUN"><text y=20>x</text></a></svg>'),
        (
            "linksvganimate",
            "html5sec",
            "<svg><a><animate attributeName=href values=javascript:@RUN begin=0s fill=freeze></animate><text y=20>x</text></a></svg>",  # noqa: E501
        ),
        (
            "linksvgset",
            "html5sec",
            "<svg><a><set attributeName=href to=javascript:@RUN></set><text y=20>x</text></a></svg>",
        ),
        ("formaction", "html5sec", '<form action="javascript:@RUN"><button>x</button></form>'),
        ("formbutton", "html5sec", '<form><button formaction="javascript:@RUN">x</button></form>'),
        ("forminput", "html5sec", '<form><input type=submit formaction="javascript:@RUN" value=x></form>'),
        ("framescript", "owasp", '<iframe src="javascript:@RUN"></iframe>'),
        ("framesrcdoc", "html5sec", '<iframe srcdoc="&lt;script&gt;@RUN&lt;/script&gt;"></iframe>'),
        ("framesrcdocimg", "html5sec", '<iframe srcdoc="<img src=/missing onerror=@RUN>"></iframe>'),
        ("framesrcdocsource", "html5sec", '<iframe srcdoc="<script src=@OWN.js></script>"></iframe>'),
        ("framepage", "owasp", '<iframe src="@OWN.html"></iframe>'),
        ("embedpage", "owasp", '<embed src="@OWN.html">'),
        ("embedsvg", "owasp", '<embed src="@OWN.svg" type="image/svg+xml">'),
        ("objectsvg", "owasp", '<object data="@OWN.svg" type="image/svg+xml"></object>'),
        # Elements that change their meaning when they are parsed again (mutation).
        (
            "mutationtitle",
            "purify",
            "<math><mtext><style><img title=\"</style><img src=/missing onerror='@RUN'>\"></style></mtext></math>",
        ),
        (
            "mutationtable",
            "purify",
            '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=@RUN&gt;"><img src=/missing onerror=@RUN>',  # noqa: E501
        ),
        ("mutationsvg", "purify", '<svg></p><style><a id="</style><img src=/missing onerror=@RUN>">'),
        (
            "mutationtemplate",
            "purify",
            "<template><img src=/missing onerror=@RUN></template><div><template shadowrootmode=open><img src=/missing onerror=@RUN></template></div>",  # noqa: E501
        ),
        ("mutationnoscript", "purify", '<noscript><p title="</noscript><img src=/missing onerror=@RUN>"></noscript>'),
        ("mutationtextarea", "purify", '<textarea><p title="</textarea><img src=/missing onerror=@RUN>"></textarea>'),
        ("mutationtitleelement", "purify", '<title><p title="</title><img src=/missing onerror=@RUN>"></title>'),
        ("mutationxmp", "purify", '<xmp><p title="</xmp><img src=/missing onerror=@RUN>"></xmp>'),
        ("mutationnoembed", "purify", '<noembed><p title="</noembed><img src=/missing onerror=@RUN>"></noembed>'),
        (
            "mutationforeign",
            "purify",
            "<svg><foreignObject><p><img src=/missing onerror=@RUN></p></foreignObject></svg>",
        ),
        (
            "mutationannotation",
            "purify",
            '<math><annotation-xml encoding="text/html"><img src=/missing onerror=@RUN></annotation-xml></math>',
        ),
        (
            "mutationdesc",
            "purify",
            '<svg><desc><style><a title="</style><img src=/missing onerror=@RUN>"></style></desc></svg>',
        ),
        ("mutationcomment", "purify", "<!--><img src=/missing onerror=@RUN>-->"),
        ("mutationcommentbang", "purify", "<!-- x --!><img src=/missing onerror=@RUN>"),
        ("mutationprocessing", "purify", "<?php echo ?><img src=/missing onerror=@RUN>"),
        ("mutationplain", "purify", "`</code></pre><img src=/missing onerror=@RUN>` <img src=/missing onerror=@RUN>"),
        ("slotchange", "html5sec", "<slot onslotchange=@RUN name=x></slot><div slot=x>y</div>"),
    ]
    alone = {
        "bodyattribute",
        "mutationmath",
        "mutationsvg",
        "mutationtable",
        "mutationcomment",
        "mutationcommentbang",
        "mutationselect",
        "mutationcaption",
        "mutationtitleelement",
        "imgbroken",
    }
    asks = [
        ("askimg", "csp", '<img src="@WEB.png" alt="">'),
        ("askimgmarkdown", "markdown", "![x](@WEB.png)"),
        ("askimgreference", "markdown", "![x][askimgreference]\n\n[askimgreference]: @WEB.png"),
        ("askimgnoscheme", "csp", '<img src="//canary.invalid/askimgnoscheme" alt="">'),
        ("askimgbackslash", "csp", '<img src="\\\\canary.invalid/askimgbackslash" alt="">'),
        ("askimgtab", "csp", '<img src="ht&#9;tps://canary.invalid/askimgtab" alt="">'),
        ("asksrcset", "csp", '<img srcset="@WEB.png 1x" alt="">'),
        ("askpicture", "csp", '<picture><source srcset="@WEB.png"><img alt=""></picture>'),
        ("askstyle", "csp", '<p style="background:url(@WEB.png)">x</p>'),
        ("askstyleelement", "csp", "<style>#content{background:url(@WEB.png)}</style>"),
        ("askimport", "html5sec", "<style>@import '@WEB.css';</style>"),
        ("askimportown", "csp", "<style>@import '@OWN.css';</style>"),
        ("asksheet", "csp", '<link rel=stylesheet href="@WEB.css">'),
        ("asksheetown", "csp", '<link rel=stylesheet href="@OWN.css">'),
        ("askprefetch", "csp", '<link rel=prefetch href="@WEB.html">'),
        ("askpreload", "csp", '<link rel=preload as=image href="@WEB.png">'),
        ("askmodule", "csp", '<link rel=modulepreload href="@OWN.js">'),
        ("askicon", "csp", '<body background="@WEB.png">'),
        ("askvideo", "html5sec", '<video src="@WEB.mp4" autoplay></video>'),
        ("askposter", "html5sec", '<video poster="@WEB.png"></video>'),
        ("askaudio", "html5sec", '<audio src="@WEB.mp3" preload=auto></audio>'),
        ("askframe", "owasp", '<iframe src="@WEB.html"></iframe>'),
        ("askframeown", "csp", '<iframe src="@OWN.html"></iframe>'),
        ("askframedata", "owasp", '<iframe src="data:text/html,<script>location=`@WEB`</script>"></iframe>'),
        (
            "askframeset",
            "csp",
            '<iframe srcdoc="&lt;meta http-equiv=refresh content=&quot;0;url=@WEB&quot;&gt;"></iframe>',
        ),
        ("askobject", "owasp", '<object data="@WEB.html"></object>'),
        ("askembed", "owasp", '<embed src="@WEB.html">'),
        ("asksvgimage", "html5sec", '<svg><image href="@WEB.png" width=9 height=9></image></svg>'),
        (
            "asksvgfilter",
            "html5sec",
            '<svg><filter id=f><feImage href="@WEB.png"></feImage></filter><rect width=9 height=9 filter="url(#f)"></rect></svg>',  # noqa: E501
        ),
        ("askping", "csp", '<a href="#x" ping="@WEB">x</a>'),
        ("askform", "csp", '<form action="@WEB"><button>x</button></form>'),
        ("askformown", "csp", '<form action="@OWN.html" method=post><button>x</button></form>'),
        ("askformbutton", "csp", '<form><input name=q><button formaction="@WEB">x</button></form>'),
        ("askformimage", "csp", '<form action="@WEB"><input type=image alt=x src=/missing></form>'),
        ("askrefresh", "csp", '<meta http-equiv="refresh" content="0;url=@WEB">'),
        ("askrefreshquote", "owasp", "<META HTTP-EQUIV=refresh CONTENT='0;URL=@WEB'>"),
        ("askmarquee", "owasp", '<input type=image src="@WEB.png" alt=x>'),
    ]
    ask_alone = {"askstyleelement", "askicon"}
    leaving = {"askform", "askformown", "askformbutton", "askformimage", "askrefresh", "askrefreshquote"}
    stands = [
        ("standbase", "csp", '<base href="@WEB/">', 'base[href^="https://canary"]'),
        ("standdns", "csp", '<link rel="dns-prefetch" href="@WEB">', "link[rel=dns-prefetch]"),
        ("standconnect", "csp", '<link rel="preconnect" href="@WEB">', "link[rel=preconnect]"),
        ("standmanifest", "csp", '<link rel="manifest" href="@OWN.json">', "link[rel=manifest]"),
        ("standcontrol", "csp", '<meta http-equiv="x-dns-prefetch-control" content="on">', "meta[http-equiv^=x-dns]"),
        ("standreferrer", "csp", '<meta name="referrer" content="unsafe-url">', "meta[name=referrer]"),
        (
            "standcanonical",
            "editions",
            '<link rel="canonical" href="@WEB">',
            'link[rel=canonical][href^="https://canary"]',
        ),
    ]
    # What Markdown, the browser or a template makes harmless whatever else guards the page.
    inert = [
        ("outlineid", "editions", '## A heading { id=\'" onmouseover="@RUN" x="\' }'),
        ("imgerrorslash", "owasp", '<img/src="/missing"/onerror=@RUN>'),
        ("transition", "portswigger", '<b id=x tabindex=1 ontransitionend="@RUN" style="outline:1px solid">x</b>'),
        ("newlinehandler", "owasp", '<b onmouseover\n=\n"@RUN">x</b>'),
        ("linkblank", "owasp", '<a href=" &#14; javascript:@RUN">x</a>'),
        ("linkauto", "markdown", "<javascript:@RUN>"),
        ("linkmath", "html5sec", '<math><mtext href="javascript:@RUN">x</mtext></math>'),
        ("frameobject", "owasp", '<object data="javascript:@RUN"></object>'),
        ("frameembed", "owasp", '<embed src="javascript:@RUN">'),
        (
            "mutationmath",
            "purify",
            '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=@RUN src=/missing>">',  # noqa: E501
        ),
        ("mutationcdata", "purify", "<svg><![CDATA[><img src=/missing onerror=@RUN>]]></svg>"),
        (
            "mutationselect",
            "purify",
            '<select><template><p title="</template></select><img src=/missing onerror=@RUN>"></template></select>',
        ),
        (
            "mutationcaption",
            "purify",
            "<table><caption><svg><title><template><style></template></style></title></svg><img src=/missing onerror=@RUN></caption></table>",  # noqa: E501
        ),
        ("askbackground", "owasp", '<table background="@WEB.png"><tr><td>x</td></tr></table>'),
        ("inertportal", "portswigger", '<portal src="@WEB"></portal><fencedframe src="@WEB"></fencedframe>'),
        ("inertlist", "owasp", '<ul style="list-style-image:url(javascript:@RUN)"><li>x</li></ul>'),
        ("inertexpression", "owasp", '<p style="width:expression(@RUN)">x</p>'),
        ("inertdynsrc", "owasp", '<img dynsrc="javascript:@RUN" lowsrc="javascript:@RUN" alt="">'),
        ("inertvbscript", "owasp", '<a href="vbscript:@RUN">x</a>'),
        ("inertdatalink", "owasp", '<a href="data:text/html,<script>@RUN</script>">x</a>'),
        ("inertimport", "html5sec", '<link rel=import href="@OWN.html">'),
        (
            "inertjinja",
            "editions",
            "{{ config.site_name }} {% include 'main.html' %} {{ ''.__class__.__mro__ }} {#- x -#}",
        ),
        ("inerttoclabel", "editions", "## A heading { data-toc-label='<img src=/missing onerror=@RUN>' }"),
        ("inertspeculation", "csp", '<script type=speculationrules>{"prefetch":[{"urls":["@WEB"]}]}</script>'),
        ("inertimportmap", "csp", '<script type=importmap>{"imports":{"x":"@OWN.js"}}</script>'),
    ]
    # The script that the policy trusts, written again with other things to load; it refuses by itself.
    copies = [
        ("bootcopy", "editions", '<script data-base="/" data-scripts="@OWN.js">@BOOT</script>'),
        ("bootcopymodule", "editions", '<script data-base="@WEB" data-scripts="module:@OWN.js">@BOOT</script>'),
        (
            "bootframe",
            "editions",
            '<iframe srcdoc=\'<script data-base="@WEB" data-scripts="@WEB.js">@BOOTCODED</script>\'></iframe>',
        ),
    ]
    clobbers = [
        ("clobberhead", "clobber", '<img name=head alt=""><img name=currentScript alt=""><img name=baseURI alt="">'),
        ("clobberquery", "clobber", '<form name=querySelector></form><img name=querySelectorAll alt="">'),
        (
            "clobbereditions",
            "clobber",
            '<a id=editions></a><a id=editions name=base href="@OWN"></a><a id=__config href="@OWN"></a>',
        ),
        (
            "clobbercreate",
            "clobber",
            '<img name=createElement alt=""><img name=getElementById alt=""><form id=content></form>',
        ),
        (
            "clobberform",
            "editions",
            '<form class="filter-form" data-items="script"><input name=dataset><div class="filter-foot"></div></form>',
        ),
        (
            "clobberinserts",
            "editions",
            '<div data-insert="works"></div><div data-insert="notices"></div><pre data-copy="x">y</pre>',
        ),
        (
            "clobbersearch",
            "editions",
            '<dialog class="search" open><form role="search"><input class="search-field"></form></dialog>',
        ),
    ]
    return (
        *(Attack(name, source, text, alone=name in alone) for name, source, text in runs),
        *(
            Attack(name, source, text, "asks", alone=name in ask_alone | leaving, leaves=name in leaving)
            for name, source, text in asks
        ),
        *(Attack(name, source, text, "stands", selector, True) for name, source, text, selector in stands),
        *(Attack(name, source, text, "copies", alone=True) for name, source, text in copies),
        *(Attack(name, source, text, "inert", alone=name in alone) for name, source, text in inert),
        *(Attack(name, source, text, "inert", alone=True) for name, source, text in clobbers),
    )


ATTACKS = _all()
