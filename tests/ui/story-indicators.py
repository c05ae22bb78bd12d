#!/usr/bin/python3
"""story-indicators.py BUILD SOURCE: from nothing to a verdict: bring in months, add an indicator, read it, undo.

The months are made up so that the rule can be checked by hand: fifteen about 100 times 30, then nine about 140 times 30;
the last lie outside what the first would let one expect.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import tempfile

import driver
from branchline import CLI, PROGRAM, choose_file, cli, open_page

LEVELS = (100, 104, 98, 101, 97, 103, 99, 102, 100, 96, 104, 101, 99, 100, 103,
          140, 142, 139, 141, 138, 143, 140, 141, 139)


def write_months(path):
    months = [f'{year}-{month}' for year in (2022, 2023) for month in range(1, 13)]
    with open(path, 'w', encoding='utf-8') as out:
        out.write('Library,' + ','.join(months) + '\n')
        for name, times in (('Gosforth', 10), ('City', 20)):
            out.write(f'{name},' + ','.join(str(level * times) for level in LEVELS) + '\n')


def tell(story, folder):
    path = os.path.join(folder, 'newcastle.branchline')
    months = os.path.join(folder, 'monthly-visits.csv')
    write_months(months)
    driver.subprocess.run([CLI, 'new', path, '--title', 'Newcastle plan', '--service', 'Newcastle upon Tyne',
                           '--from-reference'], check=True, capture_output=True)

    with driver.running(PROGRAM, path) as program:
        page = open_page(program, 'Indicators')
        program.await_words('No indicators yet')
        story.step('an empty place says what to do')

        program.activate('indicators.add-starters', page)
        program.await_words('All 14')
        program.await_words('No figures over time yet')
        program.await_words('93.6%')
        program.activate('win.undo')
        program.await_words('No indicators yet')
        story.step('the usual set comes in one step, with what the map tells, and goes in one')

        program.activate('win.import')
        choose_file(program, months, 'Bring in')
        program.await_words('Values over time', 10)
        driver.press(program.wait(lambda: next(
            (thing for thing in driver.walk(program.window()) if thing.getRoleName() == 'push button'
             and driver.name_of(thing).startswith('Bring in ') and driver.actions(thing)), None), 'Bring in'))
        program.await_words('Brought in')
        program.take_keyboard()
        program.key('Escape')
        story.step('months of a table come in')

        open_page(program, 'Indicators')
        program.activate('page.add', page)
        search = program.await_one('entry', 'Search the dictionary')
        driver.set_text(search, 'visits-total')
        row = program.wait(lambda: next((thing for thing in driver.walk(program.window())
                                         if driver.name_of(thing).startswith('Visits to libraries. Add. Figures are there')),
                                        None), 'the row that has figures')
        story.step('the dictionary says of which there are figures')
        # From the search past the filter to the row.
        program.take_keyboard()
        program.key('Tab', 'Tab', 'Return')
        program.wait(lambda: driver.name_of(row).startswith('Visits to libraries. In the project'), 'the row that is taken')
        program.key('Escape')
        program.await_words('4,170')
        program.await_words('Unusually high')
        program.await_words('All 1')
        story.step('it stands in the list with its figure and its verdict')

        program.activate('win.save')
        program.await_words('Saved ')
        answer = cli('indicator', path, 'show', 'visits-total')
        story.check('the command line says the same', answer['verdict'] == 'point-high' and answer['latest'] == 4170)

        program.activate('win.undo')
        program.await_words('No indicators yet')
        program.activate('win.redo')
        program.await_words('4,170')
        story.step('undone it is gone, and done again it is back with its figure')

        program.press('One-page picture of “Stronger, more resilient communities”')
        program.await_words('Of 1 indicator, one has improved')
        story.step('the picture of its Outcome says the same')


with tempfile.TemporaryDirectory() as folder:
    driver.Story().run(lambda story: tell(story, folder))
