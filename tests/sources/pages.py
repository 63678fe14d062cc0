"""Saved web pages as news sites make them: an article between everything else that stands on such a page."""

from __future__ import annotations

from pathlib import Path

from briefgen.model.article import Article
from briefgen.sources import read

HEAD = """<meta charset="utf-8"><title>Ports reopen in Norland | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Ports reopen in Norland">
<meta name="author" content="Ana Reyes"><meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://harbourpost.example/world/ports-reopen">"""

BODY = """<p>Norland reopened its <b>three largest ports</b> on Monday after talks with
Suthmark about <a href="/fees">harbour fees</a>.</p>
<p>"We will never accept a foreign base in the Grey Strait," Foreign Minister Ana Lopes said in Vellin.</p>
<h2>What comes next</h2>
<p>The delegations will meet again on 14 May in Harn, where a fee schedule is to be signed.</p>
<ul><li>Norland publishes its fees.<ul><li>For ferries, by June.</li></ul></li><li>Suthmark opens its ports.</li></ul>
<table><tr><th>Port</th><th>Fee</th></tr><tr><td>Vellin</td><td>20</td></tr></table>
<p>Suthmark warned that it would close its ports if Norland raised the fees again.</p>"""

AROUND = (
    """<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies. <button>Accept all</button></div>
<main><article><h1>Ports reopen in Norland</h1><p class="byline">By <a href="/ana">Ana Reyes</a></p>
<figure><img src="crane.jpg" alt=""><figcaption>A crane in Vellin harbour. Photo: Jo Doe</figcaption></figure>""",
    """<p>Read more: <a href="/facts">Ten facts about the Grey Strait</a></p>
<p><a href="/walkout">Suthmark envoy walks out of talks in Harn</a></p>
<div class="newsletter"><h3>Sign up for our newsletter</h3><form><input type="text"></form></div></article></main>
<footer><p>© 2019 The Harbour Post. All rights reserved.</p></footer>""",
)


def page(body: str = BODY, head: str = HEAD) -> str:
    """A news page with this article."""
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{AROUND[0]}{body}{AROUND[1]}</body></html>'


def saved(folder: Path, content: str | bytes, name: str = "page.html") -> str:
    """The path of a page saved in `folder`."""
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(folder / name)


def article_on(folder: Path, content: str | bytes) -> Article:
    """The article of a saved page."""
    return read(saved(folder, content))
