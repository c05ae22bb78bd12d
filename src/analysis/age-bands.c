/* age-bands.c: ages that a project knows the people of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "age-bands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PREFIX "aged_"
#define OLDEST 150

static gboolean
take_number (const char **text, guint *number)
{
  char *end;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  *number = (guint) MIN (g_ascii_strtoull (*text, &end, 10), OLDEST + 1);
  *text = end;
  return *number <= OLDEST;
}

gboolean
bl_age_bands_parse (const char *name, guint *first, guint *last)
{
  if (name == NULL || !g_str_has_prefix (name, PREFIX))
    return FALSE;
  name += strlen (PREFIX);
  if (!take_number (&name, first))
    return FALSE;
  if (g_str_equal (name, "_plus"))
    {
      *last = G_MAXUINT;
      return TRUE;
    }
  if (*name != '_')
    return FALSE;
  name++;
  return take_number (&name, last) && *name == '\0' && *last >= *first;
}

static void
band_free (BlAgeBand *band)
{
  g_free (band->title);
  g_free (band);
}

/* By where they end, then the narrower: what is taken first leaves most room for the others. */
static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const BlAgeBand *first = *(BlAgeBand *const *) a, *second = *(BlAgeBand *const *) b;

  if (first->last != second->last)
    return first->last < second->last ? -1 : 1;
  return first->first == second->first ? 0 : first->first > second->first ? -1 : 1;
}

GPtrArray *
bl_age_bands_find (const BlFacts *facts)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) band_free);
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) band_free);
  gint64 covered = -1; /* up to this age */

  for (guint i = 0; i < facts->n_values; i++)
    {
      BlAgeBand band = { .value = i };

      if (facts->values[i].kind != BL_VALUE_KIND_COUNT
          || !bl_age_bands_parse (facts->values[i].name, &band.first, &band.last))
        continue;
      band.title = band.last == G_MAXUINT ? g_strdup_printf (_ ("%u and over"), band.first)
                   : band.first == band.last
                       ? g_strdup_printf ("%u", band.first)
                       /* TRANSLATORS: years of age */
                       : g_strdup_printf (_ ("%1$u to %2$u"), band.first, band.last);
      g_ptr_array_add (all, g_memdup2 (&band, sizeof band));
    }
  g_ptr_array_sort (all, compare_bands);
  for (guint i = 0; i < all->len;)
    {
      BlAgeBand *band = g_ptr_array_index (all, i);

      if ((gint64) band->first <= covered)
        {
          i++;
          continue;
        }
      covered = band->last;
      g_ptr_array_add (taken, g_ptr_array_steal_index (all, i));
    }
  return taken;
}
