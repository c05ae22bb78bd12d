/* yardstick.c: how near is near enough, as a person chooses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "yardstick.h"

#include <glib/gi18n-lib.h>

BlYardstick *
bl_yardstick_new (double metres)
{
  BlYardstick *self = g_new0 (BlYardstick, 1);
  g_autofree char *text = bl_access_limit_to_text (metres);

  self->metres = metres;
  /* TRANSLATORS: a choice; %s is a distance, "1 mile" */
  self->title = g_strdup_printf (_ ("Within %s"), text);
  /* TRANSLATORS: in a label, "lose one within 2 miles"; %s is a distance */
  self->within = metres == BL_MILE ? g_strdup (_ ("within a mile")) : g_strdup_printf (_ ("within %s"), text);
  return self;
}

void
bl_yardstick_free (BlYardstick *self)
{
  g_free (self->title);
  g_free (self->within);
  g_free (self);
}

GPtrArray *
bl_yardstick_list (void)
{
  static const double metres[] = { BL_MILE, 1200, 1.5 * BL_MILE, 2 * BL_MILE, 2400 };
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_yardstick_free);

  for (guint i = 0; i < G_N_ELEMENTS (metres); i++)
    g_ptr_array_add (list, bl_yardstick_new (metres[i]));
  return list;
}
