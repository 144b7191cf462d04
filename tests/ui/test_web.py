"""Bank text as HTML: its formulas are left to MathJax, all else is Markdown, and no tag gets through."""

from __future__ import annotations

import pytest

from interview_cli.ui.text.web import as_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *b* $x_i<y$", r"<p>a <em>b</em> \(x_i&lt;y\)</p>"),
        ("$$a\n= b$$", "<p>\\[a\n= b\\]</p>"),
        ("it costs $5 and `$x$`", "<p>it costs $5 and <code>$x$</code></p>"),
        ("<script>x</script> & y", "<p>&lt;script&gt;x&lt;/script&gt; &amp; y</p>"),
        ("```python\na < b\n```", '<pre><code class="language-python">a &lt; b\n</code></pre>'),
        ("- a\n- $b*c*d$", "<ul>\n<li>a</li>\n<li>\\(b*c*d\\)</li>\n</ul>"),
        ("a text that the\nfile wraps", "<p>a text that the\nfile wraps</p>"),
        ("private \U000f0000 use", "<p>private \ufffd use</p>"),
    ],
)
def test_text_as_html(text: str, html: str) -> None:
    assert as_html(text) == html
