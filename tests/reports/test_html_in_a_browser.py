"""The HTML report as a browser shows it: nothing is cut off, and nothing is complained about."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from interview_cli.domain.progress.figures import Progress
from interview_cli.reports.to_html import to_html
from tests.reports.test_formats import LONG, NOTHING, PROGRESS, READ_NEXT

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

# Appended to a copy of the page: the report itself has no script.
PROBE = """<script>
const wide = [...document.querySelectorAll("body *")].filter(
  one => !one.closest("svg") && one.getBoundingClientRect().right > innerWidth + 0.5);
const scrolled = [...document.querySelectorAll("body *")].filter(
  one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX != "visible");
const charts = [...document.querySelectorAll("svg.chart")].map(one => one.getBoundingClientRect().width);
const outside = [...document.querySelectorAll("svg.chart text")].filter(one => {
  const text = one.getBoundingClientRect(), chart = one.closest("svg").getBoundingClientRect();
  return text.width && (text.right > chart.right + 1 || text.left < chart.left - 1); }).map(one => one.textContent);
document.body.dataset.probe = JSON.stringify({
  width: innerWidth, page: document.documentElement.scrollWidth, wide: wide.length, scrolled: scrolled.length,
  charts: charts, outside: outside});
</script>"""


def opened(page: str, width: int, folder: Path) -> tuple[dict[str, object], list[str]]:
    """What the probe found, and the messages of the console."""
    file = folder / "report.html"
    file.write_text(page.replace("</body>", f"{PROBE}</body>"), encoding="utf-8")
    command = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--dump-dom"]
    command += ["--enable-logging=stderr", f"--user-data-dir={folder / 'profile'}", f"--window-size={width},1000"]
    done = subprocess.run([*command, file.as_uri()], capture_output=True, text=True, timeout=120, check=True)
    held = re.search(r'data-probe="([^"]*)"', done.stdout)
    assert held, done.stdout[-2000:]
    return json.loads(held[1].replace("&quot;", '"')), [line for line in done.stderr.splitlines() if "CONSOLE" in line]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")
@pytest.mark.parametrize(("progress", "width"), [(LONG, 1280), (LONG, 800), (LONG, 500), (PROGRESS, 500)])
def test_a_page_fits_its_window_and_says_nothing_in_the_console(progress: Progress, width: int, tmp_path: Path) -> None:
    """No element reaches beyond the window, none hides its content behind a scroll, no label leaves its chart."""
    found, console = opened(to_html(progress, READ_NEXT), width, tmp_path)
    assert console == []
    assert found["width"] == found["page"] == width
    assert (found["wide"], found["scrolled"], found["outside"]) == (0, 0, [])
    charts = found["charts"]
    assert isinstance(charts, list)
    assert len(charts) == 10
    assert all(chart > 250 for chart in charts)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")
def test_the_probe_sees_a_page_that_is_too_wide_and_an_error(tmp_path: Path) -> None:
    page = to_html(NOTHING).replace("</h1>", '</h1><p style="width: 900px">wide</p><script>nothing.there</script>')
    found, console = opened(page, 500, tmp_path)
    assert found["wide"] == 1
    assert "nothing is not defined" in console[0]
