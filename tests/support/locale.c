/* locale.c: every test runs in the locale it was started in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linked into each test program, so that a run under a comma locale finds the
 * place where a number goes through the user's locale by mistake.
 */
#include <locale.h>

static void __attribute__ ((constructor))
take_locale (void)
{
  setlocale (LC_ALL, "");
}
