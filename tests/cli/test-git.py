#!/usr/bin/env python3
# test-git.py: git compares and merges projects with the drivers of docs/README.md
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands are taken from the page itself, so that what it says is what works.
usage: test-git.py BRANCHLINE-CLI TAP-FOLDER DOCS-README
"""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[2])
import tap  # noqa: E402

CLI = pathlib.Path(sys.argv[1]).resolve()
PAGE = pathlib.Path(sys.argv[3]).read_text(encoding='utf-8')


class Repository:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='branchline-git-'))
        self.env = dict(os.environ)
        self.env.update(HOME=str(self.folder / 'home'), XDG_DATA_HOME=str(self.folder / 'home' / 'data'),
                        XDG_CONFIG_HOME=str(self.folder / 'home' / 'config'), GIT_CONFIG_NOSYSTEM='1',
                        GIT_AUTHOR_NAME='A', GIT_AUTHOR_EMAIL='a@example.org', GIT_COMMITTER_NAME='A',
                        GIT_COMMITTER_EMAIL='a@example.org', GIT_PAGER='cat', GIT_EDITOR='true',
                        BRANCHLINE_SEED='git', BRANCHLINE_NOW='2026-05-03T10:00:00Z',
                        PATH=f'{CLI.parent}:{os.environ["PATH"]}')
        (self.folder / 'home').mkdir()
        self.work = self.folder / 'work'
        self.work.mkdir()
        self.run('git', 'init', '-q', '-b', 'main')
        for line in re.findall(r'^git config --global .*$', PAGE, re.M):
            self.run(*shlex.split(line))
        attributes = re.search(r'^\*\.branchline merge=.*$', PAGE, re.M).group(0)
        (self.work / '.gitattributes').write_text(attributes + '\n')
        self.plan = self.work / 'plan.branchline'

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def run(self, *words, expect=0):
        done = subprocess.run(words, cwd=self.work, env=self.env, capture_output=True, text=True, check=False)
        if expect is not None and done.returncode != expect:
            raise AssertionError(f'{words} ended with {done.returncode}: {done.stdout}{done.stderr}')
        return done

    def commit(self, message):
        self.run('git', 'add', '-A')
        self.run('git', 'commit', '-q', '-m', message)

    def edit(self, *changes):
        text = self.plan.read_text(encoding='utf-8')
        for before, after in changes:
            assert text.count(before) == 1, (before, text.count(before))
            text = text.replace(before, after)
        self.plan.write_text(text, encoding='utf-8')

    def json(self, *words):
        return json.loads(self.run('branchline-cli', *words, '--json', expect=None).stdout)


def start():
    if shutil.which('git') is None:
        raise tap.Skip('git is not installed')
    repository = Repository()
    sheet = repository.work / 'libraries.csv'
    sheet.write_text('Library name,Postcode\n' + ''.join(f'{name} Library,NE1 {n}AA\n' for n, name in
                                                        enumerate(['Byker', 'Gosforth', 'Jesmond', 'Kenton'], 1)))
    repository.run('branchline-cli', 'new', 'plan.branchline', '--title', 'Plan', '--service', 'Anywhere')
    repository.run('branchline-cli', 'import', 'plan.branchline', 'libraries', 'libraries.csv', '--service', 'Anywhere')
    sheet.unlink()
    repository.commit('Begin')
    return repository


def rename(old, new):
    return f'name="{old} Library"', f'name="{new} Library"'


def check_merge():
    """Two branches that edit different records: lines that stand side by side, which git alone cannot merge."""
    with start() as git:
        git.run('git', 'checkout', '-q', '-b', 'theirs')
        git.edit(rename('Gosforth', 'North Gosforth'))
        git.commit('Theirs')
        git.run('git', 'checkout', '-q', 'main')
        git.edit(rename('Byker', 'East Byker'), rename('Jesmond', 'West Jesmond'))
        git.commit('Ours')
        git.run('git', 'merge', '-q', '--no-edit', 'theirs')
        if git.run('git', 'status', '--porcelain').stdout:
            yield 'the merge was not committed'
        text = git.plan.read_text(encoding='utf-8')
        for name in ('East Byker', 'North Gosforth', 'West Jesmond', 'Kenton'):
            if text.count(f'name="{name} Library"') != 1:
                yield f'{name} is not there once'
        git.run('branchline-cli', 'check', 'plan.branchline')
        for path in git.work.iterdir():
            if path.name not in ('.git', '.gitattributes', 'plan.branchline'):
                yield f'{path.name} was left behind'


def check_same_record():
    """Different fields of one record: one line of the file, two changes."""
    with start() as git:
        git.run('git', 'checkout', '-q', '-b', 'theirs')
        git.edit(('postcode="NE1 2AA"', 'postcode="NE3 3HD"'))
        git.commit('Theirs')
        git.run('git', 'checkout', '-q', 'main')
        git.edit(rename('Gosforth', 'North Gosforth'))
        git.commit('Ours')
        git.run('git', 'merge', '-q', '--no-edit', 'theirs')
        text = git.plan.read_text(encoding='utf-8')
        if 'name="North Gosforth Library"' not in text or 'postcode="NE3 3HD"' not in text:
            yield 'one of the two changes is missing'


def check_clash():
    """The same field on both sides: a conflict for git, a whole project in the folder, ours in it."""
    with start() as git:
        git.run('git', 'checkout', '-q', '-b', 'theirs')
        git.edit(rename('Gosforth', 'South Gosforth'), rename('Kenton', 'Kenton Bar'))
        git.commit('Theirs')
        git.run('git', 'checkout', '-q', 'main')
        git.edit(rename('Gosforth', 'North Gosforth'))
        git.commit('Ours')
        git.run('git', 'merge', '-q', '--no-edit', 'theirs', expect=1)
        if 'UU plan.branchline' not in git.run('git', 'status', '--porcelain').stdout:
            yield 'git does not know of the conflict'
        git.run('branchline-cli', 'check', 'plan.branchline')
        text = git.plan.read_text(encoding='utf-8')
        if 'North Gosforth' not in text or 'Kenton Bar' not in text or '<<<<' in text:
            yield 'the file is not ours with what only theirs changed'
        # As the page says.
        for line in re.findall(r'^git show .*$', PAGE, re.M):
            git.run('sh', '-c', line)
        answer = git.json('merge', 'base.branchline', 'ours.branchline', 'theirs.branchline', '--out', 'merged.branchline')
        clashes = [(clash['field'], clash['base'], clash['ours'], clash['theirs']) for clash in answer['clashes']]
        if clashes != [('name', 'Gosforth Library', 'North Gosforth Library', 'South Gosforth Library')]:
            yield f'the clashes are {clashes}'
        if answer['taken'] != 1:
            yield f"taken is {answer['taken']}"
        if (git.work / 'merged.branchline').read_bytes() != git.plan.read_bytes():
            yield 'git and the command line came to different files'


def check_diff():
    with start() as git:
        git.edit(rename('Gosforth', 'North Gosforth'))
        wanted = 'name was “Gosforth Library”, is now “North Gosforth Library”'
        for words in (('diff',), ('difftool', '-y', '-t', 'branchline'), ('--no-pager', 'diff', 'HEAD')):
            said = git.run('git', *words).stdout
            if wanted not in said:
                yield f'git {words[0]} says {said!r}'
            if '<library' in said:
                yield f'git {words[0]} shows XML'
        git.commit('Rename')
        if wanted not in git.run('git', 'log', '-1', '-p', '--ext-diff').stdout:
            yield 'git log does not say it'
        if git.run('git', 'diff').stdout:
            yield 'git sees a difference where there is none'


def check_rebase():
    with start() as git:
        git.run('git', 'checkout', '-q', '-b', 'theirs')
        git.edit(rename('Gosforth', 'North Gosforth'))
        git.commit('Theirs')
        git.run('git', 'checkout', '-q', 'main')
        git.edit(rename('Byker', 'East Byker'))
        git.commit('Ours')
        git.run('git', 'checkout', '-q', 'theirs')
        git.run('git', 'rebase', '-q', 'main')
        text = git.plan.read_text(encoding='utf-8')
        if 'North Gosforth' not in text or 'East Byker' not in text:
            yield 'one of the two changes is missing'


tap.run([
    ('two branches that edit different records are merged', check_merge),
    ('two branches that edit different fields of one record are merged', check_same_record),
    ('the same field on both sides is a conflict with nothing lost', check_clash),
    ('git diff, difftool and log say it in words', check_diff),
    ('a branch is rebased', check_rebase),
])
