/* scenario-pane.c: who is affected by a scenario, and what it changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bar-row.h"
#include "map-words.h"
#include "scenario-words.h"
#include "survive-squares.h"
#include "text.h"
#include "theme.h"

/* Pixels before the text scale. */
#define WIDTH 330
#define MOST_FLOWS 8

struct _BlScenarioPane
{
  GtkWidget parent_instance;

  GtkWidget *tabs, *foot, *groups_part, *flows_part, *amber, *tests_part, *first_steps;
  GtkToggleButton *effects_tab, *changes_tab;
  GtkStack *stack;
  GtkLabel *faults, *hint, *groups_finding, *groups_note, *flows_finding, *flows_note, *amber_words, *sources;
  GtkBox *groups, *flows;
  BlScenarioChanges *changes;
  GtkLabel *tests_finding, *tests_sentence;
  GtkWidget *tests_button;
  GtkDrawingArea *squares;
  guint n_tests, n_same;
};

G_DEFINE_FINAL_TYPE (BlScenarioPane, bl_scenario_pane, GTK_TYPE_WIDGET)

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* --- Who -------------------------------------------------------------------- */

/* Groups that nearly every project has, in few words; others as they are called. */
static const struct
{
  const char *name, *label;
} short_names[] = {
  { "aged_0_15", N_ ("Aged 0–15") },
  { "aged_16_59", N_ ("Aged 16–59") },
  { "aged_60_plus", N_ ("Aged 60+") },
  { "imd_decile<=2", N_ ("Most deprived fifth") },
};

static const char *
get_label (const BlGroupCounts *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    if (g_strcmp0 (group->name, short_names[i].name) == 0)
      return _ (short_names[i].label);
  return group->title;
}

static char *
share_text (double share)
{
  return isnan (share) ? g_strdup (_ ("not known")) : share <= 0 ? g_strdup (_ ("nobody")) : bl_text_percent (share * 100);
}

static void
show_groups (BlScenarioPane *self, BlScenarioStudy *study, const BlConsequences *it)
{
  GPtrArray *groups = bl_session_get_groups (bl_scenario_study_get_session (study));
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  double scale = bl_theme_get_text_scale (GTK_WIDGET (self));
  double most = 0, room = 0, everyone;
  BlRowBarKind more;
  g_autofree char *finding = bl_scenario_finding_groups (it, (BlGroupCounts *const *) groups->pdata, groups->len);

  empty (self->groups);
  set_text (self->groups_finding, finding);
  set_text (self->groups_note, it->moved > 0 ? _ ("Share of each group that would change library") : NULL);
  for (guint i = 0; i < it->n_groups; i++)
    {
      double share = it->groups[i].people > 0 ? it->groups[i].moved / it->groups[i].people : NAN;
      g_autofree char *text = share_text (share);

      most = fmax (most, share);
      room = MAX (room, bl_row_bar_measure (text, scale));
    }
  everyone = it->groups[0].moved / it->groups[0].people;
  /* Where people only gain, being affected more is no loss. */
  more = it->moved_extra_distance < 0 && !(it->people[BL_EFFECT_LOST] > 0) ? BL_ROW_BAR_GAIN : BL_ROW_BAR_FOCUS;
  for (guint i = 0; i < it->n_groups && it->moved > 0; i++)
    {
      double share = it->groups[i].people > 0 ? it->groups[i].moved / it->groups[i].people : NAN;
      g_autofree char *text = share_text (share);
      BlRowBar bar = {
        .length = most > 0 ? share / most : NAN,
        .reference = most > 0 ? everyone / most : NAN,
        .kind = i == 0 ? BL_ROW_BAR_REFERENCE : share > everyone ? more : BL_ROW_BAR_PLAIN,
        .text = text,
        .text_room = room,
      };
      const char *name = i == 0 ? _ ("Everyone") : get_label (g_ptr_array_index (groups, i - 1));

      gtk_box_append (self->groups, bl_bar_row_new (name, NULL, &bar, names));
    }
}

/* --- Where to ----------------------------------------------------------------- */

typedef struct
{
  guint library;
  double people; /* who come */
} Arrival;

static int
compare_arrivals (gconstpointer a, gconstpointer b)
{
  const Arrival *first = a, *second = b;

  return (first->people < second->people) - (first->people > second->people);
}

static GArray *
find_arrivals (const BlConsequences *it, guint n_libraries)
{
  GArray *arrivals = g_array_new (FALSE, FALSE, sizeof (Arrival));
  g_autofree double *people = g_new0 (double, n_libraries + 1);

  for (guint i = 0; i < it->n_flows; i++)
    people[it->flows[i].to] += it->flows[i].population;
  for (guint i = 0; i < n_libraries; i++)
    if (people[i] > 0)
      g_array_append_val (arrivals, ((Arrival){ i, people[i] }));
  g_array_sort (arrivals, compare_arrivals);
  return arrivals;
}

/* Who would count on it: as many as live nearest to it, then and now. */
static double
count_nearest (const BlFacts *facts, const BlAccess *access, guint library)
{
  double people = 0;

  for (guint i = 0; i < access->n_areas; i++)
    if (access->nearest[i] == (int) library && facts->population[i] > 0)
      people += facts->population[i];
  return people;
}

/* "24,187 people then, 13,033 now; 18 hours a week; 25,421 visits in 2023-24": what there is to judge by. */
static char *
capacity_text (const BlFacts *facts, const BlConsequences *it, guint library)
{
  const BlFactsLibrary *known = &facts->libraries[library];
  g_autofree char *was = bl_text_number (count_nearest (facts, it->before, library), 0);
  g_autofree char *will = bl_text_number (count_nearest (facts, it->after, library), 0);
  GString *text = g_string_new (NULL);

  /* TRANSLATORS: how many people live nearest to a library after a change and today */
  g_string_append_printf (text, _ ("%s people then, %s now"), will, was);
  if (!isnan (known->week_hours))
    {
      g_autofree char *hours = bl_text_number (known->week_hours, fmod (known->week_hours, 1) < 0.05 ? 0 : 1);

      g_string_append_printf (text, _ ("; %s hours a week"), hours);
    }
  else
    g_string_append (text, _ ("; hours not known"));
  if (!isnan (known->visits))
    {
      g_autofree char *visits = bl_text_number (known->visits, 0);

      g_string_append_printf (text, _ ("; %s visits in %s"), visits, known->visits_period);
    }
  return g_string_free (text, FALSE);
}

static void
show_flows (BlScenarioPane *self, BlScenarioStudy *study, const BlConsequences *it)
{
  const BlFacts *facts = bl_scenario_study_get_changed (study);
  guint n_today = bl_scenario_study_get_facts (study)->n_libraries;
  g_autoptr (GArray) arrivals = find_arrivals (it, facts->n_libraries);
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  double scale = bl_theme_get_text_scale (GTK_WIDGET (self));
  g_autofree char *finding = NULL;
  double room = 0;

  empty (self->flows);
  gtk_widget_set_visible (self->flows_part, arrivals->len > 0);
  if (arrivals->len == 0)
    return;
  finding = bl_scenario_finding_flows (facts, it);
  gtk_label_set_text (self->flows_finding, finding);
  gtk_label_set_text (self->flows_note, _ ("Where people would go; hatched: not statutory"));
  for (guint i = 0; i < MIN (arrivals->len, MOST_FLOWS); i++)
    {
      g_autofree char *text = bl_text_number (g_array_index (arrivals, Arrival, i).people, 0);

      room = MAX (room, bl_row_bar_measure (text, scale));
    }
  for (guint i = 0; i < MIN (arrivals->len, MOST_FLOWS); i++)
    {
      const Arrival *arrival = &g_array_index (arrivals, Arrival, i);
      const BlFactsLibrary *library = &facts->libraries[arrival->library];
      BlMarkerLook look = { .operation = library->operation,
                            .statutory = library->statutory,
                            .proposed = arrival->library >= n_today };
      g_autofree char *name = bl_text_short_library_name (library->name);
      g_autofree char *text = bl_text_number (arrival->people, 0);
      g_autofree char *capacity = capacity_text (facts, it, arrival->library);
      BlRowBar bar = {
        .length = arrival->people / g_array_index (arrivals, Arrival, 0).people,
        .reference = NAN,
        .kind = library->statutory ? BL_ROW_BAR_PLAIN : BL_ROW_BAR_HATCHED,
        .text = text,
        .text_room = room,
      };
      GtkWidget *note = gtk_label_new (capacity);

      gtk_label_set_xalign (GTK_LABEL (note), 0);
      gtk_label_set_wrap (GTK_LABEL (note), TRUE);
      gtk_widget_set_margin_start (note, 22);
      gtk_widget_add_css_class (note, "note");
      gtk_box_append (self->flows, bl_bar_row_new (name, &look, &bar, names));
      gtk_box_append (self->flows, note);
    }
  if (arrivals->len > MOST_FLOWS)
    {
      guint more = arrivals->len - MOST_FLOWS;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);
      GtkWidget *note = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (note), 0);
      gtk_widget_add_css_class (note, "note");
      gtk_box_append (self->flows, note);
    }
}

static void
show_amber (BlScenarioPane *self, BlScenarioStudy *study, const BlConsequences *it)
{
  BlAccessQuestion question = bl_scenario_study_get_question (study);
  const BlConsequences *statutory = bl_scenario_study_get_statutory (study);
  g_autofree char *words
      = statutory != NULL
            ? bl_scenario_words_statutory (bl_scenario_study_get_facts (study), &question, it, statutory)
            : NULL;

  gtk_label_set_text (self->amber_words, words != NULL ? words : "");
  gtk_widget_set_visible (self->amber, words != NULL);
}

static void
show_faults (BlScenarioPane *self, BlScenarioStudy *study)
{
  GPtrArray *faults = bl_scenario_study_get_faults (study);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (faults, i));
  set_text (self->faults, text->str);
  g_string_free (text, TRUE);
}

/* --- Tests ---------------------------------------------------------------------- */

static void
draw_squares (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlScenarioPane *self = data;

  bl_survive_squares_paint (cr, 0, 0, width, self->n_same, self->n_tests, bl_theme_get_text_scale (GTK_WIDGET (self)),
                            bl_theme_get_palette (GTK_WIDGET (self)));
}

static void
update_squares (BlScenarioPane *self)
{
  double scale = bl_theme_get_text_scale (GTK_WIDGET (self));
  double height = bl_survive_squares_paint (NULL, 0, 0, WIDTH * MIN (scale, 1.5) - 36, self->n_same, self->n_tests, scale,
                                            bl_theme_get_palette (GTK_WIDGET (self)));

  gtk_drawing_area_set_content_height (self->squares, (int) ceil (height));
  gtk_widget_queue_draw (GTK_WIDGET (self->squares));
}

static void
show_tests (BlScenarioPane *self, BlScenarioStudy *study)
{
  const BlSurvive *tests = bl_scenario_study_get_tests (study);
  g_autofree char *finding = tests != NULL ? bl_survive_finding (tests) : NULL;
  g_autofree char *sentence = tests != NULL ? bl_survive_sentence (tests) : NULL;

  /* While newer ones are worked out the old ones would be wrong; the place is kept. */
  self->n_tests = tests != NULL ? tests->n_tests : 0;
  self->n_same = tests != NULL ? tests->n_same : 0;
  gtk_label_set_text (self->tests_finding, finding != NULL ? finding : _ ("Testing other ways of counting…"));
  set_text (self->tests_sentence, sentence);
  gtk_widget_set_sensitive (self->tests_button, tests != NULL);
  update_squares (self);
}

void
bl_scenario_pane_show_tests (BlScenarioPane *self, BlScenarioStudy *study)
{
  g_return_if_fail (BL_IS_SCENARIO_PANE (self));
  show_tests (self, study);
}

/* --- Overrides ------------------------------------------------------------------ */

static void
on_tab_toggled (BlScenarioPane *self)
{
  gboolean changes = gtk_toggle_button_get_active (self->changes_tab);

  gtk_stack_set_visible_child_name (self->stack, changes ? "changes" : "effects");
  gtk_widget_set_visible (self->foot, !changes && gtk_widget_get_visible (self->tabs));
}

static void
on_theme_changed (GtkWidget *widget)
{
  update_squares (BL_SCENARIO_PANE (widget));
  gtk_widget_set_size_request (widget, (int) (WIDTH * MIN (bl_theme_get_text_scale (widget), 1.5)), -1);
}

static void
bl_scenario_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_SCENARIO_PANE);
  G_OBJECT_CLASS (bl_scenario_pane_parent_class)->dispose (object);
}

static void
bl_scenario_pane_class_init (BlScenarioPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_scenario_pane_dispose;
  g_type_ensure (BL_TYPE_SCENARIO_CHANGES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/scenario-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, tabs);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, effects_tab);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, changes_tab);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, faults);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, hint);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, first_steps);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, groups_part);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, groups_finding);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, groups_note);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, groups);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, flows_part);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, flows_finding);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, flows_note);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, flows);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, amber);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, amber_words);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, tests_part);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, tests_finding);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, tests_sentence);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, tests_button);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, squares);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, sources);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, changes);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioPane, foot);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_toggled);
  gtk_widget_class_set_css_name (widget_class, "scenario-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_scenario_pane_init (BlScenarioPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Details"), -1);
  gtk_drawing_area_set_draw_func (self->squares, draw_squares, self, NULL);
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);
  on_theme_changed (GTK_WIDGET (self));
}

void
bl_scenario_pane_show (BlScenarioPane *self, BlScenarioStudy *study)
{
  const char *reason = NULL;
  const BlConsequences *it;
  gboolean today;
  BlAccessQuestion question;
  g_autofree char *sources = NULL;

  g_return_if_fail (BL_IS_SCENARIO_PANE (self));

  it = bl_scenario_study_get (study, &reason);
  today = bl_scenario_study_get_scenario (study) == NULL;
  question = bl_scenario_study_get_question (study);
  gtk_widget_set_visible (self->tabs, !today);
  if (today)
    gtk_toggle_button_set_active (self->effects_tab, TRUE);
  on_tab_toggled (self);
  gtk_widget_set_visible (self->groups_part, it != NULL && !today);
  gtk_widget_set_visible (self->flows_part, it != NULL && !today);
  gtk_widget_set_visible (self->amber, FALSE);
  gtk_widget_set_visible (self->tests_part, it != NULL && !today);
  gtk_widget_set_visible (self->first_steps, it != NULL && today);
  set_text (self->hint, it == NULL ? reason
                        : today    ? _ ("This is how it is today. A scenario changes something and shows what follows. Pick "
                                           "a library on the map to begin with it.")
                                   : NULL);
  show_faults (self, study);
  if (it != NULL && !today)
    {
      show_groups (self, study, it);
      show_flows (self, study, it);
      show_amber (self, study, it);
      show_tests (self, study);
    }
  sources = bl_map_words_sources (bl_scenario_study_get_facts (study), &question);
  set_text (self->sources, sources);
  bl_scenario_changes_show (self->changes, study);
}

void
bl_scenario_pane_set_tab (BlScenarioPane *self, const char *tab)
{
  g_return_if_fail (BL_IS_SCENARIO_PANE (self));

  gtk_toggle_button_set_active (g_strcmp0 (tab, "changes") == 0 ? self->changes_tab : self->effects_tab, TRUE);
}

BlScenarioChanges *
bl_scenario_pane_get_changes (BlScenarioPane *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_PANE (self), NULL);
  return self->changes;
}
