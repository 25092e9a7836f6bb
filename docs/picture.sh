#!/usr/bin/env bash
# Draws docs/annotated-page.*.png anew: the page images view of one sample. Needs chromium and a font such as Noto.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

for lang in en vi; do
    .venv/bin/python -m pipeline.cli show corpus/documents/phat_dong_giao_thong.pdf \
        --lang "$lang" --html "$place/page.html"
    sed -i 's/id="view-text" checked/id="view-text"/; s/id="view-pages"/id="view-pages" checked/' "$place/page.html"
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
        --user-data-dir="$place/profile" --window-size=1400,900 --screenshot="$place/page.png" "$place/page.html"
    .venv/bin/python -c '
import sys
from PIL import Image
picture = Image.open(sys.argv[1]).convert("RGB").quantize(160, dither=Image.Dither.NONE)
picture.save(sys.argv[2], optimize=True)' "$place/page.png" "docs/annotated-page.$lang.png"
done
