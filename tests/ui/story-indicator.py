#!/usr/bin/python3
"""story-indicator.py BUILD SOURCE: open an indicator, mark a break, say why, undo, and show it to councillors.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import tempfile

import driver
from branchline import PROGRAM, SOURCE, open_page


def open_indicator(program, name):
    page = open_page(program, 'Indicators')
    row = program.wait(lambda: next((thing for thing in driver.walk(page) if thing.getRoleName() == 'list item'
                                     and driver.find(thing, 'label', name)), None), f'the row {name}')
    program.activate('indicator-row.open', row)
    program.await_words('What it is')
    return page


def entry(program, name):
    return program.wait(lambda: next((thing for thing in driver.walk(program.window()) if thing.getRoleName() == 'text'
                                      and driver.plain(driver.name_of(thing)) == name), None), f'the field {name}')


def tell(story, folder):
    path = os.path.join(folder, 'newcastle.branchline')
    shutil.copy(os.path.join(SOURCE, 'data', 'sample', 'newcastle.branchline'), path)
    with driver.running(PROGRAM, path) as program:
        page = open_indicator(program, 'Visits to libraries')
        program.await_words('Library visits settled higher from April 2023')
        program.await_words('Do you know what changed in April 2023?')
        story.step('the verdict, and the offer to start again')

        program.activate('indicator.mark-break', page)
        program.await_words('judged afresh')
        driver.set_text(entry(program, 'First day, or period, after it'), 'Apr 2023')
        driver.set_text(entry(program, 'Reason, as it is to stand under the chart'), 'New door counters')
        program.activate('break.save', program.window())
        program.await_words('Visits to libraries starts again from 1 April 2023')
        program.await_words('New door counters')
        program.wait(lambda: not program.says('settled higher from April 2023'), 'another verdict')
        story.step('a break with its reason gives another verdict')

        program.activate('win.undo')
        program.await_words('Library visits settled higher from April 2023')
        program.wait(lambda: not program.says('New door counters'), 'the break gone')
        story.step('undone, it says what it said')

        program.activate('win.briefing')
        program.await_one('label', contains='1 of ')
        program.await_words('Library visits settled higher from April 2023')
        story.step('the briefing begins with what is in front')
        program.take_keyboard()
        program.key('Right')
        program.await_one('label', contains='2 of ')
        program.key('Home')
        program.await_one('label', contains='1 of ')
        program.key('n')
        program.await_words('What to say')
        program.key('Escape')
        program.await_one('panel', 'Indicators')
        program.await_words('What it is')
        story.step('keys lead through it and back')


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as where:
        driver.Story().run(lambda story: tell(story, where))
