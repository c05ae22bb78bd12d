/* overview-page.c: where the exercise stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "overview-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "adaptive-bin.h"
#include "chart-frame.h"
#include "dot-strip.h"
#include "findings.h"
#include "indicator-model.h"
#include "library-filter.h"
#include "marker-row.h"
#include "overview-figures.h"
#include "overview-use.h"
#include "part-bar.h"
#include "places.h"
#include "reach-map.h"
#include "share-bar.h"
#include "text.h"
#include "tile.h"

/* A page shows the most pressing first; the rest follow when these are done. */
#define MOST_STEPS 6
#define MOST_OLD 5

struct _BlOverviewPage
{
  AdwBin parent;
  BlSession *session;
  BlOverviewFigures *figures;
  BlOverviewUse *use; /* NULL: not worked out yet */
  char *subtitle;
  gboolean stale;
  BlMarkerLook *looks; /* of the open libraries */
  guint n_looks;
  GtkViewport *viewport;
  BlAdaptiveBin *bin;
  GtkLabel *finding, *sentence;
  GtkGrid *parts;
  BlPartBar *part_bars[BL_OVERVIEW_PARTS];
  GtkGrid *tiles;
  BlTile *mile_tile, *libraries_tile, *deprived_tile, *statutory_tile;
  GtkBox *columns;
  GtkListBox *steps, *old;
  GtkWidget *steps_done, *old_part, *map_card;
  GtkLabel *map_finding, *map_sentence, *map_note, *sample_note;
  BlReachMap *map;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlOverviewPage, bl_overview_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, page_init))

/* --- The page ------------------------------------------------------------- */

static const char *
get_title (BlPage *page)
{
  return _ ("Overview");
}

static const char *
get_subtitle (BlPage *page)
{
  return BL_OVERVIEW_PAGE (page)->subtitle;
}

static void
page_init (BlPageInterface *iface)
{
  iface->get_title = get_title;
  iface->get_subtitle = get_subtitle;
}

/* --- Drawings of the tiles ------------------------------------------------ */

static void
draw_share (cairo_t *cr, double width, double height, const BlPalette *palette, gpointer data)
{
  const double *percent = data;

  bl_share_bar_paint (cr, 0, height / 2 - 5, width, 10, *percent, palette);
}

static void
draw_markers (cairo_t *cr, double width, double height, const BlPalette *palette, gpointer data)
{
  BlOverviewPage *self = data;

  bl_marker_row_paint (cr, 0, 0, width, height, self->looks, self->n_looks, palette);
}

static void
draw_visits (cairo_t *cr, double width, double height, const BlPalette *palette, gpointer data)
{
  BlOverviewPage *self = data;
  BlChartLook look = { .palette = palette, .text_scale = 1 };

  if (self->use != NULL && self->use->visits_chart != NULL)
    bl_chart_paint (self->use->visits_chart, cr, 0, 0, width, height, &look);
}

static void
draw_loans (cairo_t *cr, double width, double height, const BlPalette *palette, gpointer data)
{
  const BlOverviewPage *self = data;
  BlDotStrip strip = { 0 };

  if (self->use == NULL)
    return;
  strip = (BlDotStrip){ self->use->others, self->use->n_others, self->use->own, self->use->middle, NAN, FALSE };
  bl_dot_strip_paint (cr, 0, height / 2 - 9, width, 18, &strip, 1, FALSE, palette);
}

/* --- Filling -------------------------------------------------------------- */

static void
read_looks (BlOverviewPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);

  g_free (self->looks);
  self->looks = g_new0 (BlMarkerLook, facts->n_libraries + 1);
  self->n_looks = 0;
  /* Who runs it, statutory before not: a row that can be counted. */
  for (int operation = BL_OPERATION_COUNCIL; operation <= BL_OPERATION_INDEPENDENT; operation++)
    for (int statutory = 1; statutory >= 0; statutory--)
      for (guint i = 0; i < facts->n_libraries; i++)
        {
          const BlFactsLibrary *library = &facts->libraries[i];

          if (!library->nearby && library->open && library->type == BL_LIBRARY_TYPE_STATIC
              && (int) library->operation == operation && library->statutory == statutory)
            {
              self->looks[self->n_looks].operation = operation;
              self->looks[self->n_looks++].statutory = statutory;
            }
        }
}

/* @percent is drawn from where it lies. */
static void
fill_share_tile (BlTile *tile, const char *label, double *percent, const char *comparison)
{
  g_autofree char *figure = isnan (*percent) ? NULL : bl_text_percent (*percent);

  bl_tile_set_draw (tile, draw_share, percent);
  bl_tile_set (tile, label, figure != NULL ? figure : _ ("not known"), comparison != NULL ? comparison : "");
}

static void
fill_tiles (BlOverviewPage *self)
{
  BlKeyFigures *all = self->figures->all, *statutory = self->figures->statutory;
  g_autofree char *within = bl_finding_within_mile (all), *within_statutory = bl_finding_within_mile (statutory);
  g_autofree char *open = bl_text_number (all->open, 0), *hours = bl_finding_hours (all);
  g_autofree char *deprived = NULL;

  if (all->deprived.known)
    {
      g_autofree char *reached = bl_text_number (all->deprived.within_mile, 0);
      g_autofree char *people = bl_text_number (all->deprived.people, 0);

      deprived = g_strdup_printf (_ ("%s of %s people"), reached, people);
    }
  fill_share_tile (self->mile_tile, _ ("Within a mile of an open library"), &all->percent_within_mile,
                   within != NULL ? within : all->lacks);
  bl_tile_set (self->libraries_tile, _ ("Open libraries"), open, hours);
  bl_tile_set_draw (self->libraries_tile, draw_markers, self);
  fill_share_tile (self->deprived_tile, _ ("Most deprived fifth, within a mile"), &all->deprived.percent,
                   deprived != NULL       ? deprived
                   : all->lacks != NULL   ? all->lacks
                                          : _ ("How deprived each area is, is not known"));
  fill_share_tile (self->statutory_tile, _ ("Within a mile of a statutory one"), &statutory->percent_within_mile,
                   within_statutory != NULL ? within_statutory : statutory->lacks);
}

/* What is known of use takes the place of two tiles about the map. */
static void
fill_use (BlOverviewPage *self)
{
  const BlOverviewUse *use = self->use;
  gboolean visits = use != NULL && use->visits_label != NULL, loans = use != NULL && use->loans_label != NULL;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->deprived_tile), visits ? "win.show-indicators" : "win.show-map");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->statutory_tile), loans ? "win.show-indicators" : "win.show-map");
  if (visits)
    {
      bl_tile_set_draw (self->deprived_tile, draw_visits, self);
      bl_tile_set (self->deprived_tile, use->visits_label, use->visits, use->visits_note != NULL ? use->visits_note : "");
    }
  if (loans)
    {
      bl_tile_set_draw (self->statutory_tile, draw_loans, self);
      bl_tile_set (self->statutory_tile, use->loans_label, use->loans, use->loans_note);
    }
}

static void
fill_parts (BlOverviewPage *self)
{
  g_autofree char *finding = bl_overview_figures_describe_parts (self->figures);

  gtk_label_set_label (self->finding, finding);
  if (self->figures->steps->len > 0)
    {
      BlOverviewStep *step = g_ptr_array_index (self->figures->steps, 0);
      g_autofree char *sentence = g_strdup_printf (_ ("Next: %s. %s."), step->title, step->why);

      gtk_label_set_label (self->sentence, sentence);
    }
  else
    gtk_label_set_label (self->sentence, _ ("Nothing is missing that the figures below need."));
  for (guint i = 0; i < BL_OVERVIEW_PARTS; i++)
    bl_part_bar_set (self->part_bars[i], self->figures->parts[i].title, self->figures->parts[i].note,
                     self->figures->parts[i].share);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
make_row (const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
add_chevron (GtkWidget *row)
{
  GtkWidget *chevron = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (chevron, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chevron);
}

static void
fill_steps (BlOverviewPage *self)
{
  GPtrArray *steps = self->figures->steps;

  clear_list (self->steps);
  for (guint i = 0; i < MIN (steps->len, MOST_STEPS); i++)
    {
      BlOverviewStep *step = g_ptr_array_index (steps, i);
      GtkWidget *row = make_row (step->icon, step->title, step->why);

      add_chevron (row);
      g_object_set_data (G_OBJECT (row), "step", step);
      gtk_list_box_append (self->steps, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->steps), steps->len > 0);
  gtk_widget_set_visible (self->steps_done, steps->len == 0);
}

static void
fill_old (BlOverviewPage *self)
{
  GPtrArray *old = self->figures->old;

  clear_list (self->old);
  for (guint i = 0; i < MIN (old->len, MOST_OLD); i++)
    {
      BlOverviewOld *item = g_ptr_array_index (old, i);
      GtkWidget *row = make_row ("document-open-recent-symbolic", item->title, item->note);
      g_autofree char *age = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year old", "%u years old", item->years),
                                              item->years);
      GtkWidget *pill = gtk_label_new (age);

      gtk_widget_add_css_class (row, "past-its-date");
      gtk_widget_add_css_class (pill, "pill-warn");
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
      g_object_set_data (G_OBJECT (row), "old", item);
      gtk_list_box_append (self->old, row);
    }
  gtk_widget_set_visible (self->old_part, old->len > 0);
}

static void
fill_map (BlOverviewPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlKeyFigures *all = self->figures->all;
  g_autofree char *finding = bl_finding_beyond_mile (all), *far = bl_finding_beyond_two_miles (all);
  g_autofree char *sentence = NULL, *note = NULL;

  gtk_widget_set_visible (self->map_card, facts->n_areas > 0);
  bl_reach_map_set (self->map, facts, self->figures->access);
  gtk_label_set_label (self->map_finding, finding);
  if (all->lacks != NULL)
    sentence = g_strdup (all->lacks);
  else if (all->beyond_mile > 0)
    sentence = g_strdup_printf (_ ("Orange areas. %s"), far);
  gtk_label_set_label (self->map_sentence, sentence != NULL ? sentence : _ ("No area is orange."));
  if (all->lacks == NULL)
    note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Straight line to %u open library, population %s. %s",
                                         "Straight line to %u open libraries, population %s. %s", all->counted),
                            all->counted,
                            self->figures->population_date != NULL ? self->figures->population_date
                                                                   : _ ("of a date not known"),
                            bl_places_attribution ());
  gtk_label_set_label (self->map_note, note != NULL ? note : bl_places_attribution ());
}

static void
refresh (BlOverviewPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);

  /* The tiles draw from the figures: they go last. */
  BlOverviewFigures *before = g_steal_pointer (&self->figures);

  self->figures = bl_overview_figures_new (self->session);
  if (self->use != NULL)
    bl_overview_add_indicator_step (self->figures->steps, self->use->attention, self->use->attention_first);
  read_looks (self);
  fill_parts (self);
  fill_tiles (self);
  fill_use (self);
  fill_steps (self);
  fill_old (self);
  fill_map (self);
  gtk_label_set_label (self->sample_note, facts->sample_note != NULL ? facts->sample_note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sample_note), facts->sample_note != NULL);
  bl_overview_figures_free (before);
  g_free (self->subtitle);
  if (facts->service != NULL && facts->year > 0)
    /* Translators: a library service and the year of its figures. */
    self->subtitle = g_strdup_printf (_ ("%s, libraries of %d"), facts->service, facts->year);
  else
    self->subtitle = g_strdup (facts->service);
  bl_page_header_changed (BL_PAGE (self));
}

/* The figures of indicators come later than the rest, so that nothing waits for them. */
static void
on_indicators_known (BlOverviewPage *self)
{
  g_clear_pointer (&self->use, bl_overview_use_free);
  self->use = bl_overview_use_new (self->session);
  if (self->figures == NULL || self->stale)
    return;
  bl_overview_add_indicator_step (self->figures->steps, self->use->attention, self->use->attention_first);
  fill_parts (self);
  fill_tiles (self);
  fill_use (self);
  fill_steps (self);
}

/* Behind another page it waits until it is looked at. */
static void
on_facts_changed (BlOverviewPage *self)
{
  self->stale = gtk_widget_get_root (GTK_WIDGET (self)) != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    refresh (self);
}

static void
on_mapped (BlOverviewPage *self)
{
  if (self->stale)
    refresh (self);
  self->stale = FALSE;
  gtk_viewport_set_scroll_to_focus (self->viewport, FALSE);
}

/* GTK gives the keyboard to a row in the middle when the page opens: it begins at its finding all the same, until a
 * key is pressed. */
static gboolean
on_key_pressed (BlOverviewPage *self)
{
  gtk_viewport_set_scroll_to_focus (self->viewport, TRUE);
  return GDK_EVENT_PROPAGATE;
}

/* --- Callbacks ------------------------------------------------------------ */

static void
on_step_activated (BlOverviewPage *self, GtkListBoxRow *row)
{
  BlOverviewStep *step = g_object_get_data (G_OBJECT (row), "step");

  if (step->library_state >= 0)
    g_object_set (self->session, "library-state", step->library_state, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), step->action, NULL);
}

static void
on_old_activated (BlOverviewPage *self, GtkListBoxRow *row)
{
  BlOverviewOld *old = g_object_get_data (G_OBJECT (row), "old");

  if (old->value != NULL)
    bl_session_set_value (self->session, old->value);
  gtk_widget_activate_action (GTK_WIDGET (self), old->value != NULL ? "win.show-map" : "win.show-libraries", NULL);
}

static void
place (GtkGrid *grid, GtkWidget *child, int column, int row)
{
  GtkGridLayoutChild *at
      = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (gtk_widget_get_layout_manager (GTK_WIDGET (grid)), child));

  g_object_set (at, "column", column, "row", row, NULL);
}

/* Nothing is dropped where room is short, only moved. */
static void
on_room_changed (BlOverviewPage *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin), tight = bl_adaptive_bin_get_tight (self->bin);
  int tile_columns = tight ? 1 : narrow ? 2 : 4, part_columns = tight ? 2 : narrow ? 3 : 6;
  BlTile *tiles[] = { self->mile_tile, self->libraries_tile, self->deprived_tile, self->statutory_tile };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->map_card, narrow ? -1 : 410, -1);
  gtk_widget_set_hexpand (self->map_card, narrow);
  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    place (self->tiles, GTK_WIDGET (tiles[i]), i % tile_columns, i / tile_columns);
  for (guint i = 0; i < BL_OVERVIEW_PARTS; i++)
    place (self->parts, GTK_WIDGET (self->part_bars[i]), i % part_columns, i / part_columns);
}

static void
on_map_clicked (BlOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-map", NULL);
}

/* --- Overrides ------------------------------------------------------------ */

static void
bl_overview_page_constructed (GObject *object)
{
  BlOverviewPage *self = BL_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (bl_overview_page_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bl_indicator_model_of (self->session), "finished", G_CALLBACK (on_indicators_known), self,
                           G_CONNECT_SWAPPED);
  if (bl_indicator_model_is_finished (bl_indicator_model_of (self->session)))
    self->use = bl_overview_use_new (self->session);
  refresh (self);
}

static void
bl_overview_page_dispose (GObject *object)
{
  BlOverviewPage *self = BL_OVERVIEW_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->figures, bl_overview_figures_free);
  g_clear_pointer (&self->use, bl_overview_use_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->looks, g_free);
  self->n_looks = 0;
  G_OBJECT_CLASS (bl_overview_page_parent_class)->dispose (object);
}

static void
bl_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, BL_OVERVIEW_PAGE (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      BL_OVERVIEW_PAGE (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_overview_page_class_init (BlOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_overview_page_constructed;
  object_class->dispose = bl_overview_page_dispose;
  object_class->get_property = bl_overview_page_get_property;
  object_class->set_property = bl_overview_page_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_REACH_MAP);
  g_type_ensure (BL_TYPE_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/overview-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlOverviewPage, child)
  BIND (bin);
  BIND (finding);
  BIND (sentence);
  BIND (parts);
  BIND (tiles);
  BIND (viewport);
  BIND (mile_tile);
  BIND (libraries_tile);
  BIND (deprived_tile);
  BIND (statutory_tile);
  BIND (columns);
  BIND (steps);
  BIND (steps_done);
  BIND (old);
  BIND (old_part);
  BIND (map_card);
  BIND (map_finding);
  BIND (map_sentence);
  BIND (map_note);
  BIND (sample_note);
  BIND (map);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_map_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_old_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_step_activated);
}

static void
bl_overview_page_init (BlOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < BL_OVERVIEW_PARTS; i++)
    {
      self->part_bars[i] = BL_PART_BAR (bl_part_bar_new ());
      gtk_grid_attach (self->parts, GTK_WIDGET (self->part_bars[i]), i, 0, 1, 1);
    }
}

BlOverviewPage *
bl_overview_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_OVERVIEW_PAGE, "session", session, NULL);
}
