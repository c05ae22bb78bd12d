#!/usr/bin/python3
"""story-run.py BUILD SOURCE: tools/run shows the sample, in a window or, without a display, as a PDF.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess

import driver
from branchline import BUILD, PROGRAM, SOURCE, open_page


def tell(story):
    run = f'{SOURCE}/tools/run'
    away = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    done = subprocess.run([run], env={**away, 'BRANCHLINE_BUILD': BUILD}, capture_output=True, text=True)
    print(''.join(f'# {line}\n' for line in done.stderr.splitlines()), end='')
    path = done.stdout.strip()
    story.step('without a display it says where the summary is', done.returncode == 0 and os.path.isfile(path))
    with open(path, 'rb') as pdf:
        content = pdf.read()
    os.remove(path)
    story.check('the summary is a PDF of some substance', content.startswith(b'%PDF-') and len(content) > 20_000)

    with driver.running(run, env={'BRANCHLINE_BUILD': BUILD}) as program:
        open_page(program, 'Overview')
        program.await_words('Newcastle')
        program.await_words('93.6%')
        story.step('with one it opens the sample')
        program.await_words('Sample')
        story.step('and says that it is a sample')

    # What the desktop file's "New Project" runs: alone, and while the program runs already.
    with driver.running(PROGRAM) as program:
        subprocess.run([PROGRAM, '--new'], check=True)
        program.await_one('entry', 'Search for your library service')
        story.step('--new asks the program that runs already')
    with driver.running(PROGRAM, '--new') as program:
        program.await_one('entry', 'Search for your library service')
        story.step('--new starts with the assistant')


driver.Story().run(tell)
