/* map-finder.c: finds a library, an area or a place by what people call it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-finder.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "map-figures.h"
#include "map-words.h"
#include "place.h"
#include "postcodes.h"
#include "text.h"

/* More would be a list to read, not an answer. */
#define MOST 7
#define MOST_POSTCODES 4

typedef enum
{
  FOUND_PLACE,
  FOUND_LIBRARY,
  FOUND_AREA,
} FoundKind;

typedef struct
{
  FoundKind kind;
  int index;
  BlPoint point; /* of a place */
} Found;

struct _BlMapFinder
{
  GtkWidget parent_instance;

  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkWidget *nothing;
  BlProject *project;
  BlFacts *facts;
  GArray *found; /* Found, in the order of the rows */
};

G_DEFINE_FINAL_TYPE (BlMapFinder, bl_map_finder, GTK_TYPE_WIDGET)

enum
{
  LIBRARY_FOUND,
  AREA_FOUND,
  PLACE_FOUND,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
add_row (BlMapFinder *self, Found found, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *second = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), second);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  g_array_append_val (self->found, found);
}

static gboolean
holds (const char *text, const char *wanted)
{
  g_autofree char *folded = text != NULL ? bl_text_fold (text) : NULL;

  return folded != NULL && strstr (folded, wanted) != NULL;
}

/* A postcode, a grid reference or figures: what is none of these is not one, and no fault. */
static void
find_place (BlMapFinder *self, const char *text)
{
  g_autofree char *name = NULL;
  g_autofree char *bare = NULL;
  Found found = { .kind = FOUND_PLACE };

  if (self->project == NULL || !bl_place_find (self->project, text, &found.point, &name, NULL))
    return;
  bare = g_strdup_printf ("%.0f, %.0f", found.point.x, found.point.y);
  add_row (self, found, name != NULL ? name : bare, name != NULL ? bare : _ ("Easting and northing"));
}

/* Postcodes that begin with what is typed, while it is being typed. */
static void
find_postcodes (BlMapFinder *self, const char *text)
{
  BlRecord *record = self->project != NULL ? bl_record_get_child (BL_RECORD (self->project), "postcodes") : NULL;
  g_autoptr (GArray) codes = record != NULL ? bl_postcodes_search (BL_POSTCODES (record), text, MOST_POSTCODES) : NULL;

  for (guint i = 0; codes != NULL && i < codes->len && self->found->len < MOST; i++)
    {
      const BlPostcodeFound *code = &g_array_index (codes, BlPostcodeFound, i);
      g_autofree char *bare = g_strdup_printf ("%.0f, %.0f", code->point.x, code->point.y);

      add_row (self, (Found){ .kind = FOUND_PLACE, .point = code->point }, code->code, bare);
    }
}

static void
find (BlMapFinder *self)
{
  g_autofree char *wanted = bl_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_array_set_size (self->found, 0);

  if (*wanted != '\0' && self->facts != NULL)
    {
      const BlFacts *facts = self->facts;

      find_place (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
      /* The whole of a postcode is a place already. */
      if (self->found->len == 0)
        find_postcodes (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));

      for (guint i = 0; i < facts->n_libraries && self->found->len < MOST; i++)
        if (!facts->libraries[i].nearby && holds (facts->libraries[i].name, wanted))
          add_row (self, (Found){ .kind = FOUND_LIBRARY, .index = (int) i }, facts->libraries[i].name,
                   bl_map_words_run_by (&facts->libraries[i]));
      for (guint i = 0; i < facts->n_areas && self->found->len < MOST; i++)
        if (holds (facts->codes[i], wanted) || (facts->names != NULL && holds (facts->names[i], wanted)))
          add_row (self, (Found){ .kind = FOUND_AREA, .index = (int) i }, bl_map_figures_area_name (facts, (int) i),
                   facts->codes[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->found->len > 0);
  gtk_widget_set_visible (self->nothing, *wanted != '\0' && self->found->len == 0);
}

static void
take (BlMapFinder *self, guint position)
{
  const Found *found;

  if (position >= self->found->len)
    return;
  found = &g_array_index (self->found, Found, position);
  if (found->kind == FOUND_PLACE)
    g_signal_emit (self, signals[PLACE_FOUND], 0, found->point.x, found->point.y,
                   adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (self->list, (int) position))));
  else
    g_signal_emit (self, signals[found->kind == FOUND_LIBRARY ? LIBRARY_FOUND : AREA_FOUND], 0, found->index);
}

static void
on_search_changed (BlMapFinder *self)
{
  find (self);
}

/* Enter may come before the search has caught up with the typing. */
static void
on_entry_activated (BlMapFinder *self)
{
  find (self);
  take (self, 0);
}

static void
on_row_activated (BlMapFinder *self, GtkListBoxRow *row)
{
  take (self, (guint) gtk_list_box_row_get_index (row));
}

static void
bl_map_finder_dispose (GObject *object)
{
  BlMapFinder *self = BL_MAP_FINDER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_MAP_FINDER);
  g_clear_object (&self->project);
  g_clear_pointer (&self->facts, bl_facts_unref);
  g_clear_pointer (&self->found, g_array_unref);
  G_OBJECT_CLASS (bl_map_finder_parent_class)->dispose (object);
}

static void
bl_map_finder_class_init (BlMapFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_map_finder_dispose;

  signals[LIBRARY_FOUND] = g_signal_new ("library-found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[AREA_FOUND] = g_signal_new ("area-found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  signals[PLACE_FOUND]
      = g_signal_new ("place-found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/map-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMapFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, BlMapFinder, list);
  gtk_widget_class_bind_template_child (widget_class, BlMapFinder, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_css_name (widget_class, "map-finder");
}

static void
bl_map_finder_init (BlMapFinder *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bl_map_finder_set_project (BlMapFinder *self, BlProject *project)
{
  g_return_if_fail (BL_IS_MAP_FINDER (self));

  g_set_object (&self->project, project);
}

void
bl_map_finder_set_facts (BlMapFinder *self, BlFacts *facts)
{
  g_return_if_fail (BL_IS_MAP_FINDER (self));

  bl_facts_ref (facts);
  g_clear_pointer (&self->facts, bl_facts_unref);
  self->facts = facts;
  find (self);
}

void
bl_map_finder_start (BlMapFinder *self)
{
  g_return_if_fail (BL_IS_MAP_FINDER (self));

  bl_map_finder_set_text (self, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
bl_map_finder_set_text (BlMapFinder *self, const char *text)
{
  g_return_if_fail (BL_IS_MAP_FINDER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  find (self);
}

guint
bl_map_finder_get_n_found (BlMapFinder *self)
{
  g_return_val_if_fail (BL_IS_MAP_FINDER (self), 0);

  return self->found->len;
}
