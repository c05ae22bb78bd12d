/* peer-choice.c: whom an authority is compared with, and by what right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peer-choice.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "peer-distance.h"
#include "peers-private.h"

static BlPeerChoice *
choice_new (BlPeersWith with)
{
  BlPeerChoice *self = g_new0 (BlPeerChoice, 1);

  self->with = with;
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bl_peer_choice_free (BlPeerChoice *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->names);
  g_free (self->list);
  g_free (self->source);
  g_free (self->date);
  g_clear_pointer (&self->distances, g_array_unref);
  g_clear_pointer (&self->estimated, g_array_unref);
  g_clear_pointer (&self->variables, g_ptr_array_unref);
  g_free (self);
}

void
bl_peer_choice_take (BlPeerChoice *self, const char *code, const char *name)
{
  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->names, g_strdup (name));
}

/* --- Lists -------------------------------------------------------------------------- */

static BlPeerChoice *
from_list (BlNeighbours *list, BlPeersWith with, guint n)
{
  BlRecord *record = BL_RECORD (list);
  BlTable *codes, *names;
  BlPeerChoice *self;

  if (list == NULL)
    return NULL;
  codes = bl_record_get_table (record, "codes");
  names = bl_record_get_table (record, "names");
  self = choice_new (with);
  self->n_all = bl_table_get_n_rows (codes);
  for (guint i = 0; i < MIN (n, self->n_all); i++)
    bl_peer_choice_take (self, bl_table_get_texts (codes)[i],
                         names != NULL && i < bl_table_get_n_rows (names) ? bl_table_get_texts (names)[i] : NULL);
  self->list = bl_record_describe (record);
  self->source = g_strdup (bl_record_get_text (record, "source"));
  self->date = g_strdup (bl_record_get_text (record, "date"));
  return self;
}

BlPeerChoice *
bl_peer_choice_new_neighbours (BlProject *project, guint n)
{
  return from_list (bl_peers_find_list (project), BL_PEERS_WITH_NEIGHBOURS, n);
}

BlPeerChoice *
bl_peer_choice_new_own (BlProject *project)
{
  return from_list (bl_peers_find_own_list (project), BL_PEERS_WITH_OWN, G_MAXUINT);
}

BlPeerChoice *
bl_peer_choice_new_codes (void)
{
  return choice_new (BL_PEERS_WITH_CODES);
}

/* --- Own computation ---------------------------------------------------------------- */

typedef struct
{
  guint authority;
  double distance;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *first = a, *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  return first->authority < second->authority ? -1 : 1;
}

BlPeerChoice *
bl_peer_choice_new_computed (BlProject *project, const BlPeerFacts *facts, const guint *variables, guint n_variables, guint n)
{
  guint n_all = facts->codes->len;
  int own = bl_peer_facts_find_authority (facts, bl_peers_own_code (project));
  g_autofree double *figures = g_new (double, n_all * n_variables + 1), *distances = g_new (double, n_all * n_all + 1);
  g_autofree gboolean *estimated = g_new0 (gboolean, n_all * n_all + 1);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  BlPeerChoice *self;

  if (own < 0 || n_variables == 0)
    return NULL;
  for (guint v = 0; v < n_variables; v++)
    {
      const BlPeerVariable *variable = g_ptr_array_index (facts->variables, variables[v]);

      for (guint i = 0; i < n_all; i++)
        figures[i * n_variables + v] = g_array_index (variable->figures, double, i);
    }
  bl_peer_distances (figures, n_all, n_variables, distances, estimated);
  bl_peer_distances_relate (distances, n_all);
  for (guint i = 0; i < n_all; i++)
    {
      Near one = { i, distances[(guint) own * n_all + i] };

      if (i != (guint) own && isfinite (one.distance))
        g_array_append_val (near, one);
    }
  if (near->len == 0)
    return NULL;
  g_array_sort (near, compare_near);
  self = choice_new (BL_PEERS_WITH_COMPUTED);
  self->n_all = near->len;
  self->distances = g_array_new (FALSE, FALSE, sizeof (double));
  self->estimated = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->variables = g_ptr_array_new_with_free_func (g_free);
  for (guint v = 0; v < n_variables; v++)
    {
      const BlPeerVariable *variable = g_ptr_array_index (facts->variables, variables[v]);

      g_ptr_array_add (self->variables, variable->source != NULL ? g_strdup_printf ("%s (%s)", variable->title, variable->source)
                                                                 : g_strdup (variable->title));
    }
  for (guint i = 0; i < MIN (n, near->len); i++)
    {
      const Near *one = &g_array_index (near, Near, i);

      bl_peer_choice_take (self, g_ptr_array_index (facts->codes, one->authority), g_ptr_array_index (facts->names, one->authority));
      g_array_append_val (self->distances, one->distance);
      g_array_append_val (self->estimated, estimated[(guint) own * n_all + one->authority]);
    }
  return self;
}

/* --- Words ---------------------------------------------------------------------------- */

static char *
say_computed (const BlPeerChoice *self)
{
  g_autoptr (GString) words = g_string_new (NULL), made_up = g_string_new (NULL);
  g_autofree char *joined = NULL;

  g_ptr_array_add (self->variables, NULL);
  joined = g_strjoinv ("; ", (char **) self->variables->pdata);
  g_ptr_array_remove_index (self->variables, self->variables->len - 1);
  g_string_printf (words, _("Compared with the %1$u nearest of %2$u authorities by: %3$s. All count alike; the order hangs on the choice."),
                   self->codes->len, self->n_all, joined);
  for (guint i = 0; i < self->estimated->len; i++)
    if (g_array_index (self->estimated, gboolean, i))
      g_string_append_printf (made_up, "%s%s", made_up->len > 0 ? ", " : "", (char *) g_ptr_array_index (self->names, i));
  if (made_up->len > 0)
    g_string_append_printf (words, _(" Distance estimated, since figures are missing: %s."), made_up->str);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
bl_peer_choice_say (const BlPeerChoice *self)
{
  switch (self->with)
    {
    case BL_PEERS_WITH_NEIGHBOURS:
      return g_strdup_printf (_("Compared with: %1$s, the first %2$u, nearest first (%3$s, %4$s). The list tells of places, not of "
                                "library services."), self->list, self->codes->len,
                              self->source != NULL ? self->source : _("source not recorded"),
                              self->date != NULL ? self->date : _("date not recorded"));
    case BL_PEERS_WITH_OWN:
      return g_strdup_printf (ngettext ("Compared with %1$u authority of the project’s own list.",
                                        "Compared with the %1$u authorities of the project’s own list.", self->codes->len),
                              self->codes->len);
    case BL_PEERS_WITH_COMPUTED:
      return say_computed (self);
    case BL_PEERS_WITH_CODES:
    default:
      return g_strdup (_("Compared with authorities of your own choice."));
    }
}
