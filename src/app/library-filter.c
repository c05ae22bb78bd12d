/* library-filter.c: which libraries the table shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-filter.h"

#include <glib/gi18n-lib.h>

#include "library-facts.h"
#include "text.h"

struct _BlLibraryFilter
{
  GtkFilter parent;
  BlSession *session;
  char *search; /* folded */
  BlLibraryState state;
  BlOperation operation;
};

G_DEFINE_FINAL_TYPE (BlLibraryFilter, bl_library_filter, GTK_TYPE_FILTER)

const char *const bl_library_state_titles[] = {
  N_ ("Open and closed"),      N_ ("Open"),           N_ ("Statutory"),
  N_ ("Closed"),               N_ ("Not on the map"), N_ ("Hours not known"),
  N_ ("Running cost not known"), N_ ("Hours to check"), N_ ("Mobile and other"), NULL,
};

static gboolean
is_in_state (BlLibrary *library, const BlLibraryFacts *facts, BlLibraryState state)
{
  if (state == BL_LIBRARY_STATE_OTHER)
    return !facts->service_point;
  if (!facts->service_point)
    return FALSE;
  switch (state)
    {
    case BL_LIBRARY_STATE_OPEN:
      return facts->open;
    case BL_LIBRARY_STATE_STATUTORY:
      return facts->statutory;
    case BL_LIBRARY_STATE_CLOSED:
      return !facts->open;
    case BL_LIBRARY_STATE_NO_PLACE:
      return facts->open && !facts->located;
    case BL_LIBRARY_STATE_NO_HOURS:
      return facts->open && !facts->hours_known;
    case BL_LIBRARY_STATE_NO_COST:
      return facts->open && !bl_record_is_known (BL_RECORD (library), "running-cost");
    case BL_LIBRARY_STATE_DOUBTFUL:
      {
        g_autoptr (GPtrArray) doubts = bl_library_facts_doubts (library);

        return doubts->len > 0;
      }
    case BL_LIBRARY_STATE_ALL:
    case BL_LIBRARY_STATE_OTHER:
    default:
      return TRUE;
    }
}

static gboolean
matches_search (BlLibrary *library, const char *search)
{
  static const char *const fields[] = { "name", "address", "postcode", "co-located-with" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *folded = bl_text_fold (bl_record_get_text (BL_RECORD (library), fields[i]));

      if (strstr (folded, search) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
bl_library_filter_match (GtkFilter *filter, gpointer item)
{
  BlLibraryFilter *self = BL_LIBRARY_FILTER (filter);
  BlLibraryFacts facts;

  bl_library_facts_read (&facts, self->session, item);
  if (!is_in_state (item, &facts, self->state))
    return FALSE;
  if (self->operation != BL_OPERATION_UNKNOWN && facts.operation != self->operation)
    return FALSE;
  return self->search == NULL || matches_search (item, self->search);
}

static GtkFilterMatch
bl_library_filter_get_strictness (GtkFilter *filter)
{
  return GTK_FILTER_MATCH_SOME;
}

static void
bl_library_filter_finalize (GObject *object)
{
  BlLibraryFilter *self = BL_LIBRARY_FILTER (object);

  g_clear_object (&self->session);
  g_free (self->search);
  G_OBJECT_CLASS (bl_library_filter_parent_class)->finalize (object);
}

static void
bl_library_filter_class_init (BlLibraryFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_library_filter_finalize;
  filter_class->match = bl_library_filter_match;
  filter_class->get_strictness = bl_library_filter_get_strictness;
}

static void
bl_library_filter_init (BlLibraryFilter *self)
{
}

static void
on_facts_changed (BlLibraryFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

BlLibraryFilter *
bl_library_filter_new (BlSession *session)
{
  BlLibraryFilter *self = g_object_new (BL_TYPE_LIBRARY_FILTER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
bl_library_filter_set_search (BlLibraryFilter *self, const char *text)
{
  g_autofree char *clean = bl_text_clean (text);

  g_return_if_fail (BL_IS_LIBRARY_FILTER (self));
  g_free (self->search);
  self->search = clean != NULL ? bl_text_fold (clean) : NULL;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
bl_library_filter_set_state (BlLibraryFilter *self, BlLibraryState state)
{
  g_return_if_fail (BL_IS_LIBRARY_FILTER (self));
  self->state = state;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
bl_library_filter_set_operation (BlLibraryFilter *self, BlOperation operation)
{
  g_return_if_fail (BL_IS_LIBRARY_FILTER (self));
  self->operation = operation;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

guint
bl_library_filter_count (BlSession *session, BlLibraryState state)
{
  GListModel *libraries = bl_project_get_libraries (bl_session_get_project (session));
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);
      BlLibraryFacts facts;

      bl_library_facts_read (&facts, session, library);
      count += is_in_state (library, &facts, state);
    }
  return count;
}
