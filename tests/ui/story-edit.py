#!/usr/bin/python3
"""story-edit.py BUILD SOURCE: pick a library, read its catchment, move it, undo, save, reopen: the same figures.

The figures are those of Somerset by method A, published beside the data and worked out
apart from this program.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import tempfile

import driver
from branchline import CLI, PROGRAM, await_detail, await_field, catchment, cli, details, field, open_page, pick_library


def tell(story, folder):
    path = os.path.join(folder, 'somerset.branchline')
    driver.subprocess.run([CLI, 'new', path, '--title', 'Somerset plan', '--service', 'Somerset', '--from-reference'],
                          check=True, capture_output=True)
    story.step('the command line makes a project', os.path.exists(path))
    before = open(path, 'rb').read()

    with driver.running(PROGRAM, path) as program:
        open_page(program, 'Overview')
        program.await_words('53.0%')
        story.step('the overview says how many live within a mile')

        pick_library(program, 'Minehead')
        await_field(program, 'Name', 'Minehead')
        story.step('a library picked in the table can be edited beside it')

        open_page(program, 'Map')
        for words in ('Minehead', '15,287', '1,941', '6,032', '1,539 m', '12,087'):
            await_detail(program, words)
        story.step('the map shows the same library with its catchment')

        open_page(program, 'Libraries')
        driver.set_text(field(program, 'Northing, metres'), '166086')
        open_page(program, 'Map')
        program.wait(lambda: not program.says('15,287', details(program)), 'another catchment')
        story.step('moved twenty kilometres it has another catchment')

        program.activate('win.undo')
        await_detail(program, '15,287')
        open_page(program, 'Libraries')
        await_field(program, 'Northing, metres', '146086')
        story.step('undone, it has its place and its people again')

        driver.set_text(field(program, 'Name'), 'Minehead and the hills')
        program.await_words('Minehead and the hills')
        program.await_words('Unsaved changes')
        program.activate('win.save')
        program.await_words('Saved ')
        story.step('another name is kept on saving')

    after = open(path, 'rb').read()
    changed = [pair for pair in zip(before.splitlines(), after.splitlines()) if pair[0] != pair[1]]
    for pair in changed[:6]:
        print(f'# {pair[0].decode()[:200]}\n# {pair[1].decode()[:200]}')
    story.check('the file differs in as many lines as things were changed',
                before.count(b'\n') == after.count(b'\n') and 1 <= len(changed) <= 2)
    answer = catchment(path, 'Minehead and the hills')
    story.check('the command line gives the same figures',
                answer['population'] == 15287 and answer['areas'] == 9
                and abs(cli('access', path, '--within', '1mi')['within'][0]['percent'] - 53.04) < 0.01)

    with driver.running(PROGRAM, path) as program:
        pick_library(program, 'Minehead and the hills')
        open_page(program, 'Map')
        for words in ('Minehead and the hills', '15,287', '1,539 m'):
            await_detail(program, words)
        story.step('opened again, it is as it was left')


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
