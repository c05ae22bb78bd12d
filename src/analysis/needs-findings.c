/* needs-findings.c: what an index of need says, in plain words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-findings.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

char *
bl_needs_number_word (guint number, gboolean capital)
{
  static const char *const words[] = { N_ ("none"), N_ ("one"),   N_ ("two"),   N_ ("three"), N_ ("four"),
                                       N_ ("five"), N_ ("six"),   N_ ("seven"), N_ ("eight"), N_ ("nine"),
                                       N_ ("ten"),  N_ ("eleven"), N_ ("twelve") };
  g_autofree char *first = NULL;
  const char *word;

  if (number >= G_N_ELEMENTS (words))
    return bl_text_number (number, 0);
  word = _ (words[number]);
  if (!capital)
    return g_strdup (word);
  first = g_utf8_strup (word, (gssize) (g_utf8_next_char (word) - word));
  return g_strconcat (first, g_utf8_next_char (word), NULL);
}

char *
bl_needs_weight_to_text (double weight)
{
  g_autofree char *number = bl_text_number (weight, fabs (weight - round (weight)) < 0.05 ? 0 : 1);

  return g_strdup_printf ("%s%%", number);
}

char *
bl_needs_finding_firmness (const BlNeedsFirmness *firmness, gboolean of_libraries, guint points)
{
  g_autofree char *stay = bl_needs_number_word (firmness->stay, TRUE), *top = bl_needs_number_word (firmness->top, FALSE);

  if (firmness->n_tests == 0)
    return g_strdup (_ ("Only one measure has a weight, so no weight can be moved."));
  if (firmness->top == 0)
    return g_strdup (_ ("Nothing is ranked, so there is no order to test."));
  if (firmness->stay == firmness->top)
    return g_strdup_printf (of_libraries
                                ? _ ("All %s libraries of highest need stay so when any one weight moves %u points "
                                     "either way.")
                                : _ ("All %s areas of highest need stay so when any one weight moves %u points "
                                     "either way."),
                            top, points);
  return g_strdup_printf (of_libraries
                              ? g_dngettext (GETTEXT_PACKAGE,
                                             "%s of the %s libraries of highest need stays in the %s when any one "
                                             "weight moves %u points either way.",
                                             "%s of the %s libraries of highest need stay in the %s when any one "
                                             "weight moves %u points either way.",
                                             firmness->stay)
                              : g_dngettext (GETTEXT_PACKAGE,
                                             "%s of the %s areas of highest need stays in the %s when any one "
                                             "weight moves %u points either way.",
                                             "%s of the %s areas of highest need stay in the %s when any one "
                                             "weight moves %u points either way.",
                                             firmness->stay),
                          stay, top, top, points);
}

char *
bl_needs_finding_classes (const BlNeedsFirmness *firmness, gboolean of_libraries)
{
  g_autofree char *changed = bl_text_number (firmness->n_changed, 0), *all = bl_text_number (firmness->n_rows, 0);

  if (firmness->n_tests == 0 || firmness->n_rows == 0)
    return g_strdup ("");
  if (firmness->n_changed == 0)
    return g_strdup (of_libraries ? _ ("No library changes its fifth when one weight moves by a quarter of itself.")
                                  : _ ("No area changes its fifth when one weight moves by a quarter of itself."));
  return g_strdup_printf (of_libraries
                              ? g_dngettext (GETTEXT_PACKAGE,
                                             "%s of %s libraries changes its fifth when one weight moves by a quarter "
                                             "of itself.",
                                             "%s of %s libraries change their fifth when one weight moves by a quarter "
                                             "of itself.",
                                             firmness->n_changed)
                              : g_dngettext (GETTEXT_PACKAGE,
                                             "%s of %s areas changes its fifth when one weight moves by a quarter of "
                                             "itself.",
                                             "%s of %s areas change their fifth when one weight moves by a quarter of "
                                             "itself.",
                                             firmness->n_changed),
                          changed, all);
}

char *
bl_needs_finding_areas (const BlFacts *facts, const BlAccess *access, const BlNeeds *needs, guint top)
{
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (facts->n_libraries, 1));
  g_autofree char *word = NULL;
  guint n = MIN (top, needs->n_known), n_seen = 0;
  int last = -1;

  for (guint i = 0; access != NULL && i < n; i++)
    {
      int nearest = access->nearest[needs->rows[needs->order[i]]];

      if (nearest < 0 || seen[nearest])
        continue;
      seen[nearest] = TRUE;
      last = nearest;
      n_seen++;
    }
  if (n_seen == 0)
    return NULL;
  if (n_seen == 1)
    {
      g_autofree char *name = bl_text_short_library_name (facts->libraries[last].name);

      return g_strdup_printf (_ ("Highest need is all nearest to %s"), name);
    }
  word = bl_needs_number_word (n_seen, FALSE);
  return g_strdup_printf (_ ("Highest need is spread over %s libraries"), word);
}

char *
bl_needs_finding_libraries (const BlFacts *facts, const BlNeeds *needs)
{
  g_autofree char *name = NULL, *second = NULL;

  if (needs->n_known == 0)
    return g_strdup (_ ("No library can be ranked yet"));
  name = bl_text_short_library_name (facts->libraries[needs->rows[needs->order[0]]].name);
  if (needs->n_known > 1 && needs->rank[needs->order[1]] == 1)
    {
      second = bl_text_short_library_name (facts->libraries[needs->rows[needs->order[1]]].name);
      return g_strdup_printf (_ ("%s and %s come first alike"), name, second);
    }
  return g_strdup_printf (_ ("%s comes first"), name);
}
