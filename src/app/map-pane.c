/* map-pane.c: what is picked on the map, in figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bar-chart.h"
#include "map-figures.h"
#include "map-library-words.h"
#include "map-words.h"
#include "text.h"
#include "theme.h"
#include "week-strip.h"

/* Pixels before the text scale. */
#define CHART_HEIGHT 104
#define WEEK_HEIGHT 44
#define WIDTH 330

struct _BlMapPane
{
  GtkWidget parent_instance;

  GtkLabel *title, *place, *main_figure, *main_words, *hint, *decile_finding, *decile_words, *closure,
      *sources;
  GtkBox *tags;
  GtkGrid *figures;
  GtkWidget *modes;
  GtkToggleButton *catchment_mode, *use_mode, *building_mode;
  GtkWidget *close_button, *what_if_button, *main_part, *decile_part, *week_part, *closure_part, *buttons, *edit_button;
  GtkButton *nearest_button;
  GtkDrawingArea *decile_chart, *week_chart;

  BlMapStudy *study; /* what is shown is of it */
  guint n_figures;
  BlMapFigures shown;
  gboolean focus[BL_MAP_DECILES];
  BlWeek week;
};

G_DEFINE_FINAL_TYPE (BlMapPane, bl_map_pane, GTK_TYPE_WIDGET)

/* --- Drawing ------------------------------------------------------------------- */

static void
draw_deciles (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlMapPane *self = data;
  BlBar bars[BL_MAP_DECILES];
  char names[BL_MAP_DECILES][4];

  for (int i = 0; i < BL_MAP_DECILES; i++)
    {
      g_snprintf (names[i], sizeof names[i], "%d", i + 1);
      bars[i] = (BlBar){ .label = names[i], .value = self->shown.by_decile[i], .focus = self->focus[i] };
    }
  bl_bar_chart_paint (cr, 0, 0, width, height, bars, BL_MAP_DECILES,
                      bl_theme_get_text_scale (GTK_WIDGET (self)), bl_theme_get_palette (GTK_WIDGET (self)));
}

static void
draw_week (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlMapPane *self = data;

  bl_week_strip_paint (cr, 0, 0, width, height, &self->week, TRUE,
                       bl_theme_get_text_scale (GTK_WIDGET (self)), bl_theme_get_palette (GTK_WIDGET (self)));
}

static void
on_theme_changed (GtkWidget *widget)
{
  BlMapPane *self = BL_MAP_PANE (widget);
  double scale = bl_theme_get_text_scale (widget);

  if (self->decile_chart == NULL)
    return;
  gtk_drawing_area_set_content_height (self->decile_chart, (int) (CHART_HEIGHT * scale));
  gtk_drawing_area_set_content_height (self->week_chart, (int) (WEEK_HEIGHT * scale));
  gtk_widget_queue_draw (GTK_WIDGET (self->decile_chart));
  gtk_widget_queue_draw (GTK_WIDGET (self->week_chart));
  /* Tags of large text would be cut side by side. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tags),
                                  scale > 1.3 ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (widget, (int) (WIDTH * MIN (scale, 1.5)), -1);
}

/* --- Parts ------------------------------------------------------------------------ */

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
add_tag (BlMapPane *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "tag");
  gtk_box_append (self->tags, label);
}

static void
add_figure (BlMapPane *self, const char *figure, const char *words, gboolean known)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (figure);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_wrap (GTK_LABEL (number), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (number, known ? "figure-s" : "dim-label");
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL,
                                  -1);
  gtk_grid_attach (self->figures, box, (int) self->n_figures % 2, (int) self->n_figures / 2, 1, 1);
  self->n_figures++;
}

static void
add_number (BlMapPane *self, double number, const char *words)
{
  g_autofree char *text = bl_map_words_number (number);

  add_figure (self, text, words, !isnan (number));
}

static void
set_main (BlMapPane *self, double number, const char *words)
{
  g_autofree char *text = bl_map_words_number (number);

  gtk_label_set_text (self->main_figure, text);
  gtk_label_set_text (self->main_words, words);
  gtk_widget_set_visible (self->main_part, TRUE);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
start (BlMapPane *self)
{
  clear_box (GTK_WIDGET (self->tags));
  clear_box (GTK_WIDGET (self->figures));
  self->n_figures = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->tags), FALSE);
  gtk_widget_set_visible (self->main_part, FALSE);
  gtk_widget_set_visible (self->decile_part, FALSE);
  gtk_widget_set_visible (self->week_part, FALSE);
  gtk_widget_set_visible (self->closure_part, FALSE);
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_widget_set_visible (self->edit_button, FALSE);
  gtk_widget_set_visible (self->what_if_button, FALSE);
  gtk_widget_set_visible (self->modes, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->nearest_button), FALSE);
  gtk_widget_set_visible (self->close_button, FALSE);
  set_text (self->hint, NULL);
  set_text (self->place, NULL);
}

static void
show_figures (BlMapPane *self, const BlMapFigures *figures)
{
  g_autofree char *distance = bl_map_words_distance (figures->mean_distance);
  g_autofree char *within = bl_map_words_percent (figures->within_mile_percent);

  add_number (self, figures->aged_0_15, _ ("aged 0–15"));
  add_number (self, figures->aged_60_plus, _ ("aged 60 and over"));
  add_figure (self, distance, _ ("average distance"), !isnan (figures->mean_distance));
  add_figure (self, within, _ ("within one mile"), !isnan (figures->within_mile_percent));
}

static void
show_deciles (BlMapPane *self, const BlFacts *facts, const BlMapFigures *figures)
{
  g_autofree char *finding = NULL;
  g_autofree char *table = NULL;
  g_autofree char *words = NULL;
  int value = bl_map_figures_find_decile (facts);

  if (!figures->has_deciles || figures->people <= 0)
    return;
  self->shown = *figures;
  finding = bl_map_words_deciles (figures, self->focus);
  table = bl_map_words_decile_table (figures);
  if (figures->deprivation)
    words
        = facts->values[value].date != NULL
              ? g_strdup_printf (_ ("People by IMD %s decile; 1 is most deprived"), facts->values[value].date)
              : g_strdup (_ ("People by IMD decile; 1 is most deprived"));
  else
    /* TRANSLATORS: the title of a value that comes in deciles */
    words = g_strdup_printf (_ ("People by decile: %s"), facts->values[value].title);
  gtk_label_set_text (self->decile_finding, finding);
  gtk_label_set_text (self->decile_words, words);
  gtk_widget_set_visible (self->decile_part, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self->decile_chart));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->decile_chart), table);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->decile_chart), GTK_ACCESSIBLE_PROPERTY_LABEL, finding,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, table, -1);
}

static void
show_week (BlMapPane *self, BlLibrary *library)
{
  g_autofree char *text = NULL;

  bl_week_from_library (&self->week, library);
  text = bl_week_to_text (&self->week);
  gtk_widget_set_visible (self->week_part, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self->week_chart));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->week_chart), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->week_chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Open"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* --- The three things it can show -------------------------------------------------- */

static void
show_place (BlMapPane *self, BlLibrary *library)
{
  /* The town and county between the two are the same for most of a service. */
  const char *address = bl_record_get_text (BL_RECORD (library), "address");
  const char *postcode = bl_record_get_text (BL_RECORD (library), "postcode");
  g_autofree char *both
      = address != NULL && postcode != NULL ? g_strdup_printf ("%s, %s", address, postcode) : NULL;

  set_text (self->place, both != NULL       ? both
                         : address != NULL  ? address
                         : postcode != NULL ? postcode
                                            : _ ("Address not known"));
}

static void
show_tags (BlMapPane *self, const BlFactsLibrary *known, BlLibrary *library)
{
  g_autofree char *hours = bl_map_words_hours (library);

  add_tag (self, bl_map_words_run_by (known));
  if (known->open)
    {
      add_tag (self, known->statutory ? _ ("Statutory") : _ ("Not statutory"));
      add_tag (self, hours != NULL ? hours : _ ("Hours not known"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), TRUE);
}

static const char *
why_no_catchment (const BlFactsLibrary *library, const char *reason)
{
  if (!library->open)
    return _ ("It is closed: nobody is counted as nearest to it.");
  if (!library->located)
    return _ (
        "It is not on the map: no grid reference. Until it has one, nobody is counted as nearest to it.");
  if (reason != NULL)
    return reason;
  if (library->nearby)
    return _ ("It is of another service, and libraries of other services are not counted now.");
  if (library->type != BL_LIBRARY_TYPE_STATIC)
    return _ ("Only static libraries have a catchment.");
  return _ ("It is not statutory, and only statutory libraries are counted now.");
}

/* Who lives nearest to it, how far, how deprived, and what if it closed. */
static void
show_catchment (BlMapPane *self, BlMapStudy *study, int library)
{
  BlSession *session = bl_map_study_get_session (study);
  BlFacts *facts = bl_session_get_facts (session);
  const char *reason = NULL;
  const BlCatchments *catchments = bl_map_study_get_catchments (study, &reason);
  BlAccessQuestion question = bl_map_study_get_question (study);
  BlMapFigures figures;
  BlMapClosure closure;
  g_autofree char *percent = NULL;
  g_autofree char *words = NULL;

  if (catchments == NULL
      || !bl_map_figures_of_library (&figures, facts, catchments, bl_session_get_groups (session), library))
    {
      set_text (self->hint, why_no_catchment (&facts->libraries[library], reason));
      return;
    }
  percent = bl_text_percent (figures.percent_of_service);
  /* TRANSLATORS: after a number of people: their share of all people of the service */
  words = g_strdup_printf (_ ("people live nearest to it, %s of the service"), percent);
  set_main (self, figures.people, words);
  if (figures.people > 0)
    show_figures (self, &figures);
  else
    set_text (self->hint, _ ("Every area has another library nearer to where its people live."));
  show_deciles (self, facts, &figures);
  if (bl_map_figures_of_closure (&closure, facts, catchments->access, &question, library))
    {
      g_autofree char *sentence = bl_map_words_closure (&closure);

      gtk_label_set_text (self->closure, sentence);
      gtk_widget_set_visible (self->closure_part, TRUE);
    }
}

/* The first large, the others below. */
static void
show_words (BlMapPane *self, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const BlMapWord *word = g_ptr_array_index (words, i);

      if (i > 0)
        {
          add_figure (self, word->figure, word->words, word->known);
          continue;
        }
      gtk_label_set_text (self->main_figure, word->figure);
      gtk_label_set_text (self->main_words, word->words);
      gtk_widget_set_visible (self->main_part, TRUE);
    }
}

static void
show_use (BlMapPane *self, const BlFacts *facts, const BlCatchments *catchments, int library)
{
  g_autoptr (GPtrArray) words = bl_map_library_words_use (
      facts, library, catchments != NULL ? bl_catchments_find (catchments, (guint) library) : NULL);
  g_autofree char *trend = bl_map_library_words_trend (&facts->libraries[library]);

  show_words (self, words);
  set_text (self->hint, trend);
}

static void
show_building (BlMapPane *self, const BlFactsLibrary *known, BlLibrary *record)
{
  g_autoptr (GPtrArray) words = bl_map_library_words_building (known, record);

  show_words (self, words);
}

static void
show_library (BlMapPane *self, BlMapStudy *study, int library)
{
  BlSession *session = bl_map_study_get_session (study);
  BlFacts *facts = bl_session_get_facts (session);
  const BlFactsLibrary *known = &facts->libraries[library];
  const char *reason = NULL;
  const BlCatchments *catchments = bl_map_study_get_catchments (study, &reason);
  BlRecord *record = bl_project_find (bl_session_get_project (session), known->id);

  set_text (self->title, known->name);
  gtk_widget_set_visible (self->close_button, TRUE);
  if (record != NULL)
    {
      show_place (self, BL_LIBRARY (record));
      show_tags (self, known, BL_LIBRARY (record));
    }
  if (known->service != NULL)
    add_tag (self, known->service);

  gtk_widget_set_visible (self->modes, TRUE);
  if (gtk_toggle_button_get_active (self->use_mode))
    show_use (self, facts, catchments, library);
  else if (gtk_toggle_button_get_active (self->building_mode) && record != NULL)
    show_building (self, known, BL_LIBRARY (record));
  else
    show_catchment (self, study, library);

  if (record != NULL && known->open && !gtk_toggle_button_get_active (self->use_mode))
    show_week (self, BL_LIBRARY (record));
  gtk_widget_set_visible (self->buttons, !known->nearby);
  gtk_widget_set_visible (self->edit_button, !known->nearby);
  gtk_widget_set_visible (self->what_if_button,
                          !known->nearby && known->open && known->located && known->type == BL_LIBRARY_TYPE_STATIC);
}

static void
show_area (BlMapPane *self, BlMapStudy *study, int area)
{
  BlSession *session = bl_map_study_get_session (study);
  BlFacts *facts = bl_session_get_facts (session);
  const BlCatchments *catchments = bl_map_study_get_catchments (study, NULL);
  int decile = bl_map_figures_find_decile (facts);
  int nearest = catchments != NULL ? catchments->access->nearest[area] : -1;
  double distance = nearest >= 0 ? catchments->access->distance[area] : NAN;
  g_autofree char *distance_text = bl_map_words_distance (distance);

  set_text (self->title, bl_map_figures_area_name (facts, area));
  set_text (self->place, facts->codes[area]);
  gtk_widget_set_visible (self->close_button, TRUE);
  set_main (self, facts->population != NULL ? facts->population[area] : NAN, _ ("people live in this area"));
  add_number (self, bl_map_figures_of_area (facts, "aged_0_15", area), _ ("aged 0–15"));
  add_number (self, bl_map_figures_of_area (facts, "aged_60_plus", area), _ ("aged 60 and over"));
  add_figure (self, distance_text, _ ("to the nearest library"), nearest >= 0);
  if (decile >= 0)
    add_number (self, facts->values[decile].numbers[area],
                g_str_has_prefix (facts->values[decile].name, "imd")
                    ? _ ("deprivation decile; 1 is most deprived")
                    : facts->values[decile].title);
  if (nearest >= 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Nearest to it is %s."), facts->libraries[nearest].name);
      g_autofree char *button = g_strdup_printf (_ ("Show %s"), facts->libraries[nearest].name);

      set_text (self->hint, text);
      gtk_button_set_label (self->nearest_button, button);
      gtk_widget_set_visible (GTK_WIDGET (self->nearest_button), TRUE);
      gtk_widget_set_visible (self->buttons, TRUE);
    }
}

static void
show_service (BlMapPane *self, BlMapStudy *study)
{
  BlSession *session = bl_map_study_get_session (study);
  BlFacts *facts = bl_session_get_facts (session);
  const char *reason = NULL;
  const BlCatchments *catchments = bl_map_study_get_catchments (study, &reason);
  BlMapFigures figures;

  set_text (self->title, facts->service != NULL ? facts->service : facts->title);
  if (catchments == NULL)
    {
      set_text (self->hint, reason);
      return;
    }
  {
    g_autofree char *counted = g_strdup_printf (ngettext ("The whole service, %u library counted",
                                                          "The whole service, %u libraries counted",
                                                          catchments->access->n_counted),
                                                catchments->access->n_counted);

    set_text (self->place, counted);
  }
  bl_map_figures_of_service (&figures, facts, catchments, bl_session_get_groups (session));
  {
    g_autofree char *words = g_strdup_printf (
        ngettext ("people live in its %u area", "people live in its %u areas", figures.areas), figures.areas);

    set_main (self, figures.people, words);
  }
  show_figures (self, &figures);
  show_deciles (self, facts, &figures);
  set_text (self->hint,
            _ ("Pick a library or an area on the map to see its figures. On the keyboard, N and P go "
               "through the libraries."));
}

static void
on_mode_changed (BlMapPane *self, GtkToggleButton *button)
{
  /* The one that is let go says so too. */
  if (gtk_toggle_button_get_active (button) && self->study != NULL)
    bl_map_pane_show (self, self->study);
}

/* --- Overrides ----------------------------------------------------------------------- */

static void
bl_map_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_MAP_PANE);
  g_clear_object (&BL_MAP_PANE (object)->study);
  G_OBJECT_CLASS (bl_map_pane_parent_class)->dispose (object);
}

static void
bl_map_pane_class_init (BlMapPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_map_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, title);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, place);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, tags);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, main_part);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, main_figure);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, main_words);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, figures);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, hint);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, decile_part);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, decile_finding);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, decile_words);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, decile_chart);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, week_part);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, week_chart);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, closure_part);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, closure);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, sources);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, buttons);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, nearest_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, what_if_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, modes);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, catchment_mode);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, use_mode);
  gtk_widget_class_bind_template_child (widget_class, BlMapPane, building_mode);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_changed);
  gtk_widget_class_set_css_name (widget_class, "map-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_map_pane_init (BlMapPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Details"), -1);
  gtk_drawing_area_set_draw_func (self->decile_chart, draw_deciles, self, NULL);
  gtk_drawing_area_set_draw_func (self->week_chart, draw_week, self, NULL);
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);
  on_theme_changed (GTK_WIDGET (self));
}

void
bl_map_pane_show (BlMapPane *self, BlMapStudy *study)
{
  BlFacts *facts;
  BlSession *session;
  const char *id, *code;
  int library, area;
  BlAccessQuestion question;
  g_autofree char *sources = NULL;

  g_return_if_fail (BL_IS_MAP_PANE (self));
  g_return_if_fail (BL_IS_MAP_STUDY (study));

  g_set_object (&self->study, study);
  session = bl_map_study_get_session (study);
  facts = bl_session_get_facts (session);
  id = bl_session_get_library (session);
  code = bl_session_get_area (session);
  library = id != NULL ? bl_facts_find_library (facts, id) : -1;
  area = code != NULL ? bl_facts_find_area (facts, code) : -1;
  question = bl_map_study_get_question (study);

  start (self);
  if (library >= 0)
    show_library (self, study, library);
  else if (area >= 0)
    show_area (self, study, area);
  else
    show_service (self, study);
  if (library >= 0 && gtk_toggle_button_get_active (self->use_mode))
    sources = bl_map_library_words_use_source (&facts->libraries[library]);
  else
    sources = bl_map_words_sources (facts, &question);
  set_text (self->sources, sources);
}
