/* others.c: what somebody else did to the file that is open here
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "others.h"

#include <glib/gi18n-lib.h>

#include "compare.h"
#include "recent.h"

/* The signature of the change made last, where changes are signed. */
static char *
find_author (BlProject *theirs, GPtrArray *changes)
{
  const char *newest = NULL, *who = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const BlDifference *difference = g_ptr_array_index (changes, i);
      BlRecord *record = bl_project_find (theirs, difference->record);
      const char *changed = record != NULL ? bl_record_get_text (record, "changed") : NULL;

      /* Moments in UTC sort as text. */
      if (changed == NULL || (newest != NULL && g_strcmp0 (changed, newest) <= 0))
        continue;
      newest = changed;
      who = bl_record_get_text (record, "changed-by");
    }
  return g_strdup (who);
}

BlOthers *
bl_others_new (BlProject *base, BlProject *theirs, GDateTime *time)
{
  BlOthers *others = g_new0 (BlOthers, 1);

  others->base = g_object_ref (base);
  others->theirs = g_object_ref (theirs);
  others->changes = bl_compare (BL_RECORD (base), BL_RECORD (theirs));
  others->who = find_author (theirs, others->changes);
  others->time = time != NULL ? g_date_time_ref (time) : NULL;
  return others;
}

void
bl_others_free (BlOthers *others)
{
  if (others == NULL)
    return;
  g_object_unref (others->base);
  g_object_unref (others->theirs);
  g_ptr_array_unref (others->changes);
  g_free (others->who);
  g_clear_pointer (&others->time, g_date_time_unref);
  g_free (others);
}

char *
bl_others_get_title (const BlOthers *others, GDateTime *now)
{
  const char *who = others->who != NULL ? others->who : _ ("Somebody");
  g_autofree char *when = NULL;

  if (others->time == NULL)
    return g_strdup_printf (_ ("%s changed this file"), who);
  when = bl_recent_moment_to_text (g_date_time_to_unix (others->time), now);
  /* Translators: a name; "today, 14:40". */
  return g_strdup_printf (_ ("%s changed this file (%s)"), who, when);
}

char *
bl_others_get_counts (const BlOthers *others, guint n_ours)
{
  guint n = others->changes->len;
  g_autofree char *theirs
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change there", "%u changes there", n), n);
  g_autofree char *ours = NULL;

  if (n_ours == 0)
    /* Translators: %s is "3 changes there". */
    return g_strdup_printf (_ ("%s, nothing unsaved here."), theirs);
  ours = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of yours not saved", "%u of yours not saved", n_ours),
                          n_ours);
  return g_strdup_printf ("%s, %s.", theirs, ours);
}
