/* new-project-review-page.c: the last step of a new project: look over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-review-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access.h"
#include "adaptive-bin.h"
#include "new-project-tile.h"
#include "new-project-map.h"
#include "text.h"

struct _BlNewProjectReviewPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *error_page;
  BlAdaptiveBin *bin;
  GtkBox *columns;
  GtkWidget *beside;
  GtkLabel *finding;
  GtkLabel *sentence;
  GtkFlowBox *tiles;
  GtkEditable *title_entry;
  GtkWidget *title_error;
  GtkListBox *faults;
  GtkListBox *contents;
  GtkWidget *map_card;
  BlNewProjectMap *map;
  GtkLabel *sources;

  BlNewProjectDraft *draft;
  BlReference *reference;
  gboolean loading;
};

enum
{
  STEP_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlNewProjectReviewPage, bl_new_project_review_page, ADW_TYPE_BIN)

static const double limits[] = { BL_MILE, 2 * BL_MILE };

/* --- Showing ------------------------------------------------------------------- */

static void
empty_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* A line of what will be in the project; activating it goes to @step. */
static void
add_content (BlNewProjectReviewPage *self, BlNewProjectStep step, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle,
                                 "activatable", TRUE, "title-lines", 2, "subtitle-lines", 3, NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "step", GINT_TO_POINTER (step));
  gtk_widget_set_tooltip_text (row, _("Change this"));
  gtk_list_box_append (self->contents, row);
}

static void
show_service (BlNewProjectReviewPage *self, BlProject *project)
{
  BlService *service = bl_project_get_service (project);
  const char *name = service != NULL ? bl_record_get_text (BL_RECORD (service), "name") : NULL;

  add_content (self, BL_NEW_PROJECT_STEP_SERVICE, name != NULL ? name : _("No service"),
               name != NULL ? _("The library service it is about")
                            : _("You can say later which library service it is about"));
}

static void
show_libraries (BlNewProjectReviewPage *self, BlProject *project, const BlFacts *facts)
{
  guint n = g_list_model_get_n_items (bl_project_get_libraries (project));
  guint nearby = g_list_model_get_n_items (bl_project_get_libraries_nearby (project));
  guint points = 0, open = 0, statutory = 0;
  g_autofree char *title = NULL;
  g_autoptr (GString) subtitle = g_string_new (NULL);

  for (guint i = 0; i < facts->n_libraries; i++)
    if (!facts->libraries[i].nearby
        && (facts->libraries[i].type == BL_LIBRARY_TYPE_STATIC || facts->libraries[i].type == BL_LIBRARY_TYPE_UNKNOWN))
      {
        points++;
        open += facts->libraries[i].open ? 1 : 0;
        statutory += facts->libraries[i].statutory ? 1 : 0;
      }
  /* As the first two steps count: mobiles, archives and the like are told apart. */
  title = g_strdup_printf (ngettext ("%u library", "%u libraries", points), points);
  if (n == 0)
    g_string_append (subtitle, _("None yet; they can be added or brought in later"));
  else if (facts->year > 0)
    g_string_append_printf (subtitle, ngettext ("%u open in %d, %u of them statutory", "%u open in %d, %u of them statutory", open),
                            open, facts->year, statutory);
  else
    g_string_append (subtitle, _("Which are open is not known"));
  if (n > points)
    {
      g_string_append (subtitle, "; ");
      g_string_append_printf (
          subtitle, ngettext ("%u mobile library or other service point", "%u mobile libraries and other service points", n - points),
          n - points);
    }
  if (nearby > 0)
    {
      g_string_append (subtitle, "; ");
      g_string_append_printf (subtitle, ngettext ("%u of neighbouring services", "%u of neighbouring services", nearby),
                              nearby);
    }
  add_content (self, BL_NEW_PROJECT_STEP_LIBRARIES, title, subtitle->str);
}

static void
show_areas (BlNewProjectReviewPage *self, BlProject *project, const BlFacts *facts)
{
  BlAreas *areas = bl_project_get_areas (project);
  GListModel *values = bl_project_get_values (project);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *number = bl_text_number (facts->n_areas, 0);
  g_autofree char *title = g_strdup_printf (ngettext ("%s small area", "%s small areas", facts->n_areas), number);
  g_autofree char *figures = NULL;
  const char *geography = areas != NULL ? bl_record_get_text (BL_RECORD (areas), "geography") : NULL;
  g_autofree char *subtitle = NULL;
  guint n = g_list_model_get_n_items (values);

  if (facts->n_areas == 0)
    {
      add_content (self, BL_NEW_PROJECT_STEP_AREAS, _("No areas yet"),
                   _("Without areas and people, distances cannot be worked out"));
      return;
    }
  subtitle = g_strdup_printf ("%s%s%s", geography != NULL ? geography : "", geography != NULL ? ", " : "",
                              facts->outlines != NULL && facts->outlines->n_polygons > 0 ? _("with outlines")
                                                                                          : _("as points"));
  add_content (self, BL_NEW_PROJECT_STEP_AREAS, title, subtitle);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlValueSet) value = g_list_model_get_item (values, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", bl_value_set_get_title (value));
    }
  figures = g_strdup_printf (ngettext ("%u figure for each area", "%u figures for each area", n), n);
  add_content (self, BL_NEW_PROJECT_STEP_AREAS, figures,
               n > 0 ? names->str : _("None yet; they can be brought in later"));
}

static void
show_figures (BlNewProjectReviewPage *self, const BlFacts *facts)
{
  BlAccessQuestion question = { .limits = limits, .n_limits = G_N_ELEMENTS (limits) };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlAccess) access = bl_access_compute (facts, &question, &error);
  GtkWidget *child;
  g_autofree char *people = NULL, *mile = NULL, *two = NULL, *mean = NULL, *libraries = NULL, *finding = NULL;
  g_autofree char *places = NULL, *date = NULL, *share = NULL;
  int population = bl_facts_find_value (facts, "population");

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    gtk_flow_box_remove (self->tiles, child);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), access != NULL);
  if (access == NULL)
    {
      gtk_label_set_label (self->finding, _("Look over what will be in it"));
      gtk_label_set_label (self->sentence, error->message);
      return;
    }

  mile = bl_text_percent (access->within[0].percent);
  share = bl_text_percent (access->within[1].percent);
  two = g_strdup_printf (_("%s within two"), share);
  people = bl_text_number (access->population, 0);
  mean = bl_text_metres (access->mean_distance);
  libraries = bl_text_number (access->n_counted, 0);
  /* TRANSLATORS: %s is a share, "93.6%". */
  finding = g_strdup_printf (_("%s of people live within a mile of a library"), mile);
  gtk_label_set_label (self->finding, finding);
  gtk_label_set_label (self->sentence,
                       facts->points_weighted
                           ? _("In a straight line from where the people of each area are centred to the nearest open "
                               "static library.")
                           : _("In a straight line from the middle of each area to the nearest open static library."));

  date = population >= 0 && facts->values[population].date != NULL ? g_strdup (facts->values[population].date)
                                                                    : g_strdup (_("date not known"));
  places = facts->year > 0 ? g_strdup_printf (_("open in %d"), facts->year) : g_strdup (_("open"));
  bl_new_project_tile_append (self->tiles, _("Libraries"), libraries, places);
  bl_new_project_tile_append (self->tiles, _("People"), people, date);
  bl_new_project_tile_append (self->tiles, _("Within a mile"), mile, two);
  bl_new_project_tile_append (self->tiles, _("Mean distance"), mean, _("to the nearest"));
}

static void
show_faults (BlNewProjectReviewPage *self, GPtrArray *faults)
{
  GListModel *files = bl_record_get_list (BL_RECORD (self->draft), "files");

  empty_list (self->faults);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), faults->len > 0);
  for (guint i = 0; i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *title = NULL;
      GtkWidget *row;

      for (guint j = 0; j < g_list_model_get_n_items (files); j++)
        {
          g_autoptr (BlNewProjectFile) file = g_list_model_get_item (files, j);

          if (g_strcmp0 (bl_record_get_id (BL_RECORD (file)), fault->record) == 0)
            {
              g_autofree char *name = bl_new_project_file_get_name (file);

              title = g_strdup_printf (_("“%s” will be left out"), name);
            }
        }
      row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                          title != NULL ? title : _("A file will be left out"), "subtitle", fault->message,
                          "icon-name", "dialog-warning-symbolic", "subtitle-lines", 6, NULL);
      gtk_list_box_append (self->faults, row);
    }
}

static void
show_sources (BlNewProjectReviewPage *self)
{
  GListModel *files = bl_record_get_list (BL_RECORD (self->draft), "files");
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->reference != NULL && bl_new_project_draft_get_origin (self->draft) == BL_NEW_PROJECT_ORIGIN_PUBLISHED)
    {
      g_autoptr (GPtrArray) lines = bl_reference_get_sources (self->reference);

      for (guint i = 0; i < lines->len; i++)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (char *) g_ptr_array_index (lines, i));
    }
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (BlNewProjectFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = bl_new_project_file_get_name (file);
      const char *source = bl_record_get_text (BL_RECORD (file), "source");
      const char *date = bl_record_get_text (BL_RECORD (file), "date");
      const char *licence = bl_record_get_text (BL_RECORD (file), "licence");

      /* TRANSLATORS: file, source, date, licence; each of the last three may be "… not known". */
      g_string_append_printf (text, _("%s%s: %s, %s. %s."), text->len > 0 ? "\n" : "", name,
                              source != NULL ? source : _("source not known"), date != NULL ? date : _("date not known"),
                              licence != NULL ? licence : _("Licence not known"));
    }
  gtk_label_set_label (self->sources, text->len > 0 ? text->str : _("Nothing was brought in."));
}

static void
show_title (BlNewProjectReviewPage *self)
{
  const char *title = bl_new_project_draft_get_title (self->draft);

  self->loading = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->title_entry), title != NULL ? title : "") != 0)
    gtk_editable_set_text (self->title_entry, title != NULL ? title : "");
  self->loading = FALSE;
  gtk_widget_set_visible (self->title_error, title == NULL);
}

/* --- Callbacks ------------------------------------------------------------------- */

static void
on_title_changed (BlNewProjectReviewPage *self)
{
  const char *text = gtk_editable_get_text (self->title_entry);
  g_autofree char *clean = bl_text_clean (text);

  if (self->loading)
    return;
  bl_new_project_draft_set_title (self->draft, text);
  gtk_widget_set_visible (self->title_error, clean == NULL);
}

static void
on_content_activated (BlNewProjectReviewPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[STEP_WANTED], 0,
                 (guint) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "step")));
}

static void
on_narrow_changed (BlNewProjectReviewPage *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->beside, narrow ? -1 : 400, -1);
}

/* --- Class ----------------------------------------------------------------------- */

static void
bl_new_project_review_page_dispose (GObject *object)
{
  BlNewProjectReviewPage *self = BL_NEW_PROJECT_REVIEW_PAGE (object);

  g_clear_object (&self->draft);
  G_OBJECT_CLASS (bl_new_project_review_page_parent_class)->dispose (object);
}

static void
bl_new_project_review_page_class_init (BlNewProjectReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_new_project_review_page_dispose;
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_NEW_PROJECT_MAP);

  signals[STEP_WANTED] = g_signal_new ("step-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, bin);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, columns);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, beside);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, finding);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, title_entry);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, title_error);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, faults);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, contents);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, map_card);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, map);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectReviewPage, sources);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_content_activated);
}

static void
bl_new_project_review_page_init (BlNewProjectReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public ----------------------------------------------------------------------- */

GtkWidget *
bl_new_project_review_page_new (void)
{
  return g_object_new (BL_TYPE_NEW_PROJECT_REVIEW_PAGE, NULL);
}

void
bl_new_project_review_page_set_draft (BlNewProjectReviewPage *self, BlContext *context, BlNewProjectDraft *draft)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_REVIEW_PAGE (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->reference = bl_context_get_reference (context, NULL);
}

void
bl_new_project_review_page_show_working (BlNewProjectReviewPage *self)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_REVIEW_PAGE (self));
  gtk_stack_set_visible_child_name (self->stack, "working");
}

void
bl_new_project_review_page_show_error (BlNewProjectReviewPage *self, const GError *error)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_REVIEW_PAGE (self));
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

void
bl_new_project_review_page_show_build (BlNewProjectReviewPage *self, BlNewProjectBuild *build)
{
  g_autoptr (BlFacts) facts = NULL;

  g_return_if_fail (BL_IS_NEW_PROJECT_REVIEW_PAGE (self));

  facts = bl_facts_new (build->project);
  show_title (self);
  show_figures (self, facts);
  show_faults (self, build->faults);
  empty_list (self->contents);
  show_service (self, build->project);
  show_libraries (self, build->project, facts);
  show_areas (self, build->project, facts);
  show_sources (self);
  bl_new_project_map_set_facts (self->map, facts, self->reference);
  gtk_widget_set_visible (self->map_card, !bl_new_project_map_is_empty (self->map));
  gtk_stack_set_visible_child_name (self->stack, "ready");
}
