"""The HTML of every page is right, by the rules of html-validate."""

import os
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from esv.design.context import path_in
from house.setup import node
from tests import places

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.django_db
@pytest.mark.usefixtures("catalogue")
def test_every_page_is_valid_html(tmp_path):
    visitor = Client()
    for path in (*places.general(), *places.items(), *places.SEARCHES.values(), "/deze/pagina/is/er/niet/"):
        for language in ("nl", "en"):
            address = path_in(path, language)
            (tmp_path / f"{abs(hash(address))}.html").write_bytes(visitor.get(address).content)

    done = subprocess.run(
        ["node", "node_modules/html-validate/bin/html-validate.mjs", "--config", "house/html-validate.json", tmp_path],
        cwd=ROOT,
        env={"PATH": f"{node()}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
