#!/usr/bin/python3
"""story-charts.py BUILD SOURCE: a chart read with the keyboard alone, as it is told to a screen reader.

The visits of 2023-24 are those of expected.md (551,116).
SPDX-License-Identifier: GPL-3.0-or-later
"""
import driver
from branchline import PROGRAM, open_page


def open_indicator(program, name):
    page = open_page(program, 'Indicators')
    row = program.wait(lambda: next((thing for thing in driver.walk(page) if thing.getRoleName() == 'list item'
                                     and driver.find(thing, 'label', name)), None), f'the row {name}')
    program.activate('indicator-row.open', row)
    program.await_words('What it is')
    return page


def told(thing):
    """Its description as it is now: the library keeps the first one it was given."""
    thing.clearCache()
    return thing.description


def tab_to_chart(program):
    """The drawing, once the keyboard is there."""
    for _ in range(60):
        before = program.focus()
        if before is not None and before.getRoleName() == 'image':
            return before
        program.key('Tab')
        program.wait(lambda: program.focus() not in (None, before), 'the keyboard elsewhere')
    raise driver.Failed('the keyboard never reaches the chart')


def tell(story):
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        page = open_indicator(program, 'Visits to libraries')
        program.take_keyboard()
        chart = tab_to_chart(program)
        sentence = told(chart)
        story.step('the chart is named by its finding', chart.name.startswith('Library visits'))
        story.step('and described by its sentence', sentence.startswith('Library visits'))

        program.key('End')
        program.wait(lambda: told(chart).startswith('August 2024: 47,312'), 'the newest month')
        program.key('Left', 'Left', 'Left', 'Left', 'Left')
        program.wait(lambda: told(chart).startswith('March 2024'), 'five months before')
        program.key('Page_Up')
        program.wait(lambda: told(chart).startswith('March 2023'), 'a year before')
        program.key('Page_Down')
        program.wait(lambda: told(chart).startswith('March 2024'), 'back again')
        story.step('every month is told as it is walked to')

        # Shift stays down all the while: the page judges the stretch when it is let go.
        driver.subprocess.run(['xdotool', 'keydown', 'Shift_L', *['key', 'Left'] * 11, 'keyup', 'Shift_L'], check=True)
        program.await_words('April 2023 to March 2024: 551,116')
        story.step('a year marked out is added up')

        program.key('F8')
        table = program.await_one('tree table', contains='Library visits')
        rows = driver.find(table, 'list')
        program.wait(lambda: any('April 2023' in driver.name_of(row) or 'Apr 2023' in driver.name_of(row)
                                 for row in driver.children(rows)
                                 if row.getState().contains(driver.pyatspi.STATE_SELECTED)), 'the same month in the table')
        story.step('the table has the same figure picked')
        program.key('F8')
        program.wait(lambda: not program.says('Upper limit', page), 'no table')

        program.key('Escape')
        program.wait(lambda: not program.says('551,116', page), 'nothing marked out')
        program.key('Escape')
        program.wait(lambda: told(chart) == sentence, 'the sentence again')
        story.step('Escape takes away first the stretch, then the pick')


driver.Story().run(tell)
