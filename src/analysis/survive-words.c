/* survive-words.c: whether an answer about scenarios survives, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "survive.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
bl_survive_finding (const BlSurvive *self)
{
  if (self->n_scenarios > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Same order in %u of %u test",
                                         "Same order in %u of %u tests", self->n_tests),
                            self->n_same, self->n_tests);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Same answer in %u of %u test",
                                       "Same answer in %u of %u tests", self->n_tests),
                          self->n_same, self->n_tests);
}

/* "at A, at B and at C": the tests that give the same answer, or another one. */
static char *
list_tests (const BlSurvive *self, gboolean same)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->n_tests; i++)
    if (self->tests[i].same == same)
      g_ptr_array_add (names, g_strdup_printf (_ ("at %s"), self->tests[i].title));
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 == names->len ? _ (" and ") : _ (", "));
      g_string_append (list, g_ptr_array_index (names, i));
    }
  return g_string_free (list, FALSE);
}

static const char *
answer_of (const BlSurvive *self, const BlSurviveTest *test)
{
  if (self->about_gain)
    return test->gained[0] > 0 ? _ ("Some people gain a library in reach.")
                               : _ ("Nobody gains a library in reach.");
  return test->lost[0] > 0 ? _ ("Some people lose a library in reach.")
                           : _ ("Nobody loses a library in reach.");
}

char *
bl_survive_sentence (const BlSurvive *self)
{
  /* The shorter list says it. */
  gboolean holds = 2 * self->n_same >= self->n_tests, all = self->n_same == self->n_tests;
  g_autofree char *list = list_tests (self, !holds);

  if (self->n_scenarios > 1)
    return all ? g_strdup (
               _ ("The order of the scenarios by how many people lose a library is the same in every "
                  "test."))
           : holds
               ? g_strdup_printf (
                   _ ("The order of the scenarios by how many people lose a library differs %s."), list)
               : g_strdup_printf (
                   _ ("The order of the scenarios by how many people lose a library is the same only %s."),
                   list);
  return all ? g_strdup_printf (_ ("“%s” It is the same in every test."),
                                answer_of (self, &self->tests[self->asked]))
         : holds
             ? g_strdup_printf (_ ("“%s” It differs %s."), answer_of (self, &self->tests[self->asked]), list)
             : g_strdup_printf (_ ("“%s” It is the same only %s."),
                                answer_of (self, &self->tests[self->asked]), list);
}

char *
bl_survive_test_sentence (const BlSurvive *self, guint test)
{
  const BlSurviveTest *it = &self->tests[test];
  double people = self->about_gain ? it->gained[0] : it->lost[0];
  g_autofree char *number = bl_text_number (people, 0);
  gulong n = (gulong) llround (people);

  if (self->n_scenarios > 1)
    return g_strdup_printf (it->same ? _ ("At %s: the same order.") : _ ("At %s: another order."), it->title);
  if (people <= 0)
    return g_strdup_printf (self->about_gain ? _ ("At %s nobody gains a library.")
                                             : _ ("At %s nobody loses a library."),
                            it->title);
  if (self->about_gain)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "At %s %s person gains a library.",
                                         "At %s %s people gain a library.", n),
                            it->title, number);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "At %s %s person loses a library.", "At %s %s people lose a library.", n),
      it->title, number);
}
