#!/usr/bin/python3
"""story-keyboard.py BUILD SOURCE: the same work with the keyboard alone, by real key presses.

What is read is read from the accessibility tree; nothing is pressed through it.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import tempfile

import driver
from branchline import CLI, PROGRAM, await_detail, await_field, catchment, details


def tell(story, folder):
    path = os.path.join(folder, 'somerset.branchline')
    driver.subprocess.run([CLI, 'new', path, '--title', 'Somerset plan', '--service', 'Somerset', '--from-reference'],
                          check=True, capture_output=True)

    with driver.running(PROGRAM, path) as program:
        program.await_one('list', 'Pages', seconds=20)
        program.take_keyboard()

        program.key('alt+2')
        program.await_one('panel', 'Libraries')
        program.key('ctrl+f')
        search = program.await_one('entry', 'Search libraries')
        program.wait(lambda: search.getState().contains(driver.pyatspi.STATE_FOCUSED), 'the keyboard in the search')
        program.type('minehead')
        table = program.await_one('tree table', 'Libraries')
        program.wait(lambda: len(driver.children(driver.find(table, 'list'))) == 1, 'only Minehead in the table')
        program.key('Down', 'Return')
        await_field(program, 'Name', 'Minehead')
        story.step('typed for and chosen, a library is in the editor')

        program.key('alt+3')
        await_detail(program, '15,287')
        story.step('the map shows its catchment')
        program.key('Home', 'n')
        program.wait(lambda: not program.says('15,287', details(program)), 'the next library')
        program.key('p')
        await_detail(program, '15,287')
        story.step('N and P go through the libraries')
        program.key('Escape')
        program.wait(lambda: program.says('562,225', details(program)), 'the whole service')
        story.step('Escape picks nothing')

        program.key('alt+2')
        program.key('ctrl+f', 'ctrl+a', 'BackSpace')
        program.wait(lambda: len(driver.children(driver.find(table, 'list'))) == 34, 'every library in the table')
        program.type('porlock')
        program.wait(lambda: len(driver.children(driver.find(table, 'list'))) == 1, 'only Porlock in the table')
        program.key('Down', 'Return')
        await_field(program, 'Name', 'Porlock')
        program.key('ctrl+a')
        program.type('Porlock Vale')
        await_field(program, 'Name', 'Porlock Vale')
        program.await_words('Unsaved changes')
        story.step('typing over a name changes it')
        program.key('ctrl+s')
        program.await_words('Saved ')
        story.step('Ctrl+S saves')
    story.check('the file says so', catchment(path, 'Porlock Vale')['population'] == 1988)


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
