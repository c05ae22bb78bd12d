/* scenario-equality.c: what a scenario means for each group, with room for judgement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-equality.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "scenario-edit.h"
#include "text.h"

struct _BlScenarioEquality
{
  GtkWidget parent_instance;

  GtkLabel *finding, *note;
  GtkDropDown *affected;
  GtkListBox *list;

  BlScenarioStudy *study; /* not referenced: the page's, which outlives this */
  char *scenario;         /* id, whose rows these are */
  char *keys;             /* of the rows */
  gboolean showing;       /* widgets are being set by us */
};

G_DEFINE_FINAL_TYPE (BlScenarioEquality, bl_scenario_equality, GTK_TYPE_WIDGET)

/* --- Rows ----------------------------------------------------------------------- */

static const char *
get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

static void
on_applied (BlScenarioEquality *self, AdwEntryRow *entry)
{
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (scenario != NULL)
    bl_scenario_edit_set_effect (bl_scenario_study_get_session (self->study), scenario, get_key (GTK_WIDGET (entry)),
                                 g_object_get_data (G_OBJECT (entry), "field"), *text != '\0' ? text : NULL);
}

static GtkWidget *
make_entry (BlScenarioEquality *self, GtkWidget *row, const char *key, const char *field, const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_object_set_data_full (G_OBJECT (entry), "key", g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (entry), "field", (gpointer) field);
  g_signal_connect_object (entry, "apply", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
  g_object_set_data (G_OBJECT (row), field, entry);
  return entry;
}

static GtkWidget *
make_row (BlScenarioEquality *self, const BlEqualityRow *about)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *word = gtk_label_new (NULL);

  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (about->key), g_free);
  gtk_widget_set_valign (word, GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), word);
  g_object_set_data (G_OBJECT (row), "word", word);
  make_entry (self, row, about->key, "judgement", _ ("What it would mean for them"));
  make_entry (self, row, about->key, "mitigation", _ ("What would soften it"));
  gtk_list_box_append (self->list, row);
  return row;
}

static void
show_text (GtkWidget *row, const char *field, const char *text)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (row), field);

  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
show_row (GtkWidget *row, const BlEquality *equality, guint index)
{
  const BlEqualityRow *about = &equality->rows[index];
  g_autofree char *sentence = bl_equality_row_sentence (equality, index);
  g_autofree char *title = g_markup_escape_text (about->title, -1);
  g_autofree char *subtitle = NULL;
  g_autofree char *said = NULL;
  GtkLabel *word = g_object_get_data (G_OBJECT (row), "word");
  const char *judged = about->judgement != NULL ? about->judgement : about->mitigation;

  said = judged != NULL ? g_strdup_printf ("%s\n“%s”", sentence, judged) : g_strdup (sentence);
  subtitle = g_markup_escape_text (said, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_label_set_text (word, about->direction == BL_DIRECTION_OF_EFFECT_MORE      ? _ ("more")
                            : about->direction == BL_DIRECTION_OF_EFFECT_LESS    ? _ ("less")
                            : about->direction == BL_DIRECTION_OF_EFFECT_ALIKE   ? _ ("alike")
                            : about->direction == BL_DIRECTION_OF_EFFECT_NOBODY  ? _ ("nobody")
                                                                                 : _ ("no data"));
  gtk_widget_set_css_classes (
      GTK_WIDGET (word),
      (const char *[]){ about->direction == BL_DIRECTION_OF_EFFECT_MORE ? "pill-warn" : "pill-grey", NULL });
  show_text (row, "judgement", about->judgement);
  show_text (row, "mitigation", about->mitigation);
}

static char *
join_keys (const BlEquality *equality)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < equality->n_rows; i++)
    g_string_append_printf (keys, "%s\n", equality->rows[i].key);
  return g_string_free (keys, FALSE);
}

static void
on_affected_chosen (BlScenarioEquality *self)
{
  if (!self->showing && self->study != NULL)
    bl_scenario_equality_show (self, self->study);
}

/* --- Overrides --------------------------------------------------------------------- */

static void
bl_scenario_equality_dispose (GObject *object)
{
  BlScenarioEquality *self = BL_SCENARIO_EQUALITY (object);
  GtkWidget *child;

  self->study = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_SCENARIO_EQUALITY);
  g_clear_pointer (&self->scenario, g_free);
  g_clear_pointer (&self->keys, g_free);
  G_OBJECT_CLASS (bl_scenario_equality_parent_class)->dispose (object);
}

static void
bl_scenario_equality_class_init (BlScenarioEqualityClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_scenario_equality_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/scenario-equality.ui");
  gtk_widget_class_bind_template_child (widget_class, BlScenarioEquality, finding);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioEquality, note);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioEquality, affected);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioEquality, list);
  gtk_widget_class_bind_template_callback (widget_class, on_affected_chosen);
  gtk_widget_class_set_css_name (widget_class, "scenario-equality");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_scenario_equality_init (BlScenarioEquality *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Equality effects"), -1);
}

void
bl_scenario_equality_show (BlScenarioEquality *self, BlScenarioStudy *study)
{
  const BlConsequences *it;
  BlScenario *scenario;
  GPtrArray *groups;
  g_autoptr (BlEquality) equality = NULL;
  g_autofree char *keys = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *title = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (BL_IS_SCENARIO_EQUALITY (self));

  self->study = study;
  it = bl_scenario_study_get (study, NULL);
  scenario = bl_scenario_study_get_scenario (study);
  gtk_widget_set_visible (GTK_WIDGET (self), it != NULL && scenario != NULL);
  if (it == NULL || scenario == NULL)
    return;
  groups = bl_session_get_groups (bl_scenario_study_get_session (study));
  equality = bl_equality_compute (it, (BlGroupCounts *const *) groups->pdata, groups->len,
                                  (BlAffected) gtk_drop_down_get_selected (self->affected), scenario);
  finding = bl_equality_finding (equality);
  title = bl_record_describe (BL_RECORD (scenario));
  letter = bl_scenario_get_letter (scenario);
  /* TRANSLATORS: letter and title of a scenario */
  note = g_strdup_printf (_ ("Equality effects of %s, %s: from the figures of this project, and what you judge"), letter,
                          title);
  gtk_label_set_text (self->finding, finding);
  gtk_label_set_text (self->note, note);
  keys = join_keys (equality);
  if (g_strcmp0 (keys, self->keys) != 0 || g_strcmp0 (self->scenario, bl_record_get_id (BL_RECORD (scenario))) != 0)
    {
      GtkListBoxRow *row;

      while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      for (guint i = 0; i < equality->n_rows; i++)
        make_row (self, &equality->rows[i]);
      g_free (self->keys);
      self->keys = g_steal_pointer (&keys);
      g_free (self->scenario);
      self->scenario = g_strdup (bl_record_get_id (BL_RECORD (scenario)));
    }
  for (guint i = 0; i < equality->n_rows; i++)
    show_row (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)), equality, i);
}

guint
bl_scenario_equality_get_n_rows (BlScenarioEquality *self)
{
  guint n = 0;

  g_return_val_if_fail (BL_IS_SCENARIO_EQUALITY (self), 0);
  while (gtk_list_box_get_row_at_index (self->list, (int) n) != NULL)
    n++;
  return n;
}
