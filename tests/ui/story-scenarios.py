#!/usr/bin/python3
"""story-scenarios.py BUILD SOURCE: what if Gosforth Library closed? First pressing buttons, then with the keyboard only.

The figures are the published ones of method A (Newcastle), worked out apart from this program.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import driver
from branchline import PROGRAM, open_page, pick_library

CLOSED = ('23,502', '9,146', '90.6%', '864 m')
TODAY = ('302,820', '19,235', '93.6%', '816 m')


def figures(program, words):
    """All of them in the strip."""
    def look():
        strip = program.find('panel', 'Consequences')
        return strip is not None and all(program.says(word, strip) for word in words)
    program.wait(look, ' '.join(words), 15)


def tell(story):
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        pick_library(program, 'Gosforth')
        page = open_page(program, 'Scenarios')
        figures(program, TODAY)
        story.step('the page begins with today')
        program.press('What if it closed?')
        figures(program, CLOSED)
        story.step('closing Gosforth gives the published figures')
        program.await_words('Older people would lose most')
        program.await_words('Most would rely on independent libraries')
        program.await_words('If only statutory libraries count, 16,811 people lose one within a mile.')
        for words in ('Aged 60+: 11.1%', 'Aged 0–15: 8.5%', 'Fawdon Partnership: 11,154', 'Jesmond: 9,365', 'Kenton: 2,983'):
            program.await_words(words)
        story.step('who is affected and where they would go is said')
        program.await_words('Same answer in 7 of 10 tests', 15)
        story.step('it says in how many ways of counting the answer is the same')
        program.activate('win.undo')
        figures(program, TODAY)
        story.step('undone, it is today again')
        program.activate('win.redo')
        program.press('A  Gosforth closed')
        figures(program, CLOSED)
        story.step('and can be had again')
        program.activate('scenario.delete', page)
        figures(program, TODAY)

        open_page(program, 'Map')
        program.press('What if it closed?')
        figures(program, CLOSED)
        story.step('the map asks the same question')
        program.activate('win.undo')
        figures(program, TODAY)

        program.take_keyboard()
        program.key('alt+5')
        # The ninth library in the list; the map has the keyboard when its page is shown.
        program.key('Escape')
        program.key(*['n'] * 9)
        program.await_words('Gosforth Library')
        target = driver.find(page, 'push button', 'What if it closed?')
        for _ in range(40):
            if driver.name_of(program.focus()) == 'What if it closed?':
                break
            program.key('Tab')
        story.check('the question is reached with the keyboard', target is not None
                    and driver.name_of(program.focus()) == 'What if it closed?')
        program.key('space')
        figures(program, CLOSED)
        story.step('with the keyboard only it gives the same answer')
        program.key('ctrl+z')
        figures(program, TODAY)
        story.step('and Ctrl+Z takes it back')


driver.Story().run(tell)
