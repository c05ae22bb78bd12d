/* find-library.c: the library somebody names on the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "command.h"
#include "text.h"

/* How many names are offered instead of one that is not there. */
#define OFFERED 5

typedef struct
{
  const char *name;
  guint edits;
} Offer;

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  return (int) ((const Offer *) a)->edits - (int) ((const Offer *) b)->edits;
}

static char *
list_nearest (const BlFacts *facts, const char *folded)
{
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  GString *names = g_string_new (NULL);

  for (guint l = 0; l < facts->n_libraries; l++)
    {
      g_autofree char *other = bl_text_fold_library_name (facts->libraries[l].name);
      Offer offer = { facts->libraries[l].name, bl_text_distance (folded, other) };

      if (!facts->libraries[l].nearby)
        g_array_append_val (offers, offer);
    }
  g_array_sort (offers, compare_offers);
  for (guint i = 0; i < MIN (offers->len, OFFERED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", g_array_index (offers, Offer, i).name);
  return g_string_free (names, FALSE);
}

int
bl_command_find_library (const BlFacts *facts, const char *text, BlExit *exit)
{
  g_autofree char *folded = bl_text_fold_library_name (text);
  g_autofree char *nearest = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  guint matches[2] = { 0, 0 };
  int found[2] = { -1, -1 };

  for (guint l = 0; l < facts->n_libraries; l++)
    {
      const BlFactsLibrary *library = &facts->libraries[l];
      g_autofree char *name = bl_text_fold_library_name (library->name);
      guint nearby = library->nearby ? 1 : 0;

      if (g_strcmp0 (library->id, text) == 0)
        return (int) l;
      if (g_strcmp0 (name, folded) != 0)
        continue;
      if (matches[nearby]++ == 0)
        found[nearby] = (int) l;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", library->id);
    }
  if (matches[0] == 1 || (matches[0] == 0 && matches[1] == 1))
    return matches[0] == 1 ? found[0] : found[1];
  if (matches[0] + matches[1] > 1)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("“%s” fits several libraries. Say which by its id: %s."), text, ids->str);
      return -1;
    }
  nearest = list_nearest (facts, folded);
  if (*nearest == '\0')
    *exit = bl_command_fail (BL_EXIT_FAULTY, _("The project has no libraries yet: import some."));
  else
    *exit = bl_command_fail (BL_EXIT_USAGE, _("The project has no library “%s”. The nearest names are: %s."), text, nearest);
  return -1;
}
