/* action-form.c: an action, by five questions, with the columns of an improvement plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "action-form.h"

#include <glib/gi18n-lib.h>

#include "edit.h"
#include "field-row.h"
#include "framework-items.h"
#include "improvement-plan.h"
#include "long-text-row.h"

struct _BlActionForm
{
  AdwBin parent;
  BlSession *session;
  BlFramework *framework;
  BlAction *action;
  gboolean showing;
  GtkLabel *from, *lacking, *questions[5];
  GtkListBox *lists[6];
  GPtrArray *rows;   /* BlFieldRow and BlLongTextRow, of records */
  GtkWidget *title_row;
  AdwComboRow *effect, *effort, *indicator;
  GPtrArray *indicators; /* of BlIndicator; first NULL: none */
  GtkWidget *outcomes_row;
  GtkCheckButton *outcomes[7];
};

G_DEFINE_FINAL_TYPE (BlActionForm, bl_action_form, ADW_TYPE_BIN)

/* Which column stands under which question; 5: after the questions. */
static const struct
{
  guint question;
  const char *column, *title;
  enum
  {
    LINE,
    PARAGRAPH,
    STEP,
    OUTCOMES,
    INDICATOR
  } kind;
} columns[] = {
  { 0, "plan-difference", N_ ("Difference for people"), PARAGRAPH },
  { 0, "plan-outcomes", N_ ("Outcomes"), OUTCOMES },
  { 1, "plan-action", N_ ("Action"), LINE },
  { 2, "plan-owner", N_ ("Owner"), LINE },
  { 2, "plan-with", N_ ("With"), LINE },
  { 3, "plan-first", N_ ("First step"), PARAGRAPH },
  { 3, "plan-start", N_ ("Start"), LINE },
  { 3, "plan-due", N_ ("Finish"), LINE },
  { 3, "plan-resources", N_ ("What it takes"), PARAGRAPH },
  { 4, "plan-measure", N_ ("How we shall know"), PARAGRAPH },
  { 4, NULL, N_ ("Indicator"), INDICATOR },
  { 4, "plan-stop", N_ ("What makes room"), PARAGRAPH },
  { 5, "plan-area", N_ ("Need served"), PARAGRAPH },
  { 5, "plan-effect", N_ ("Effect"), STEP },
  { 5, "plan-effort", N_ ("Effort"), STEP },
  { 5, "plan-equality", N_ ("Who might lose"), PARAGRAPH },
  { 5, "plan-risk", N_ ("What could go wrong"), PARAGRAPH },
  { 5, "plan-review", N_ ("Look again on"), LINE },
};

static const char *const questions[5]
    = { N_ ("What will be different, and who will notice?"), N_ ("What will we do? Start with a verb."),
        N_ ("Whose is it? One person who is in the room or has said yes."), N_ ("What is the first step, within thirty days?"),
        N_ ("How shall we know, and what will we stop to make room?") };

static const char *
get_words (BlActionForm *self, const char *script, const char *entry, const char *field)
{
  BlScriptEntry *found = self->framework != NULL && entry != NULL ? bl_framework_find_entry (self->framework, script, entry) : NULL;

  return found != NULL ? bl_record_get_text (BL_RECORD (found), field) : NULL;
}

/* --- Making rows ------------------------------------------------------------------------- */

/* What a column asks for, below its line. */
static void
add_help (GtkListBox *list, const char *help)
{
  GtkWidget *row, *label;

  if (help == NULL)
    return;
  label = gtk_label_new (help);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "dim-label");
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "help-row");
  gtk_list_box_append (list, row);
}

static void
on_step_chosen (BlActionForm *self, GParamSpec *pspec, AdwComboRow *row)
{
  const char *field = row == self->effect ? "effect" : "effort";
  guint chosen = adw_combo_row_get_selected (row);
  g_autofree char *text = chosen > 0 && chosen <= 3 ? g_strdup_printf ("%u", chosen) : g_strdup ("");
  g_autoptr (GError) error = NULL;

  if (!self->showing && self->action != NULL && !bl_edit_set (self->session, BL_RECORD (self->action), field, text, &error))
    g_warning ("A step was not taken: %s", error->message);
}

static void
on_indicator_chosen (BlActionForm *self)
{
  guint chosen = adw_combo_row_get_selected (self->indicator);
  BlRecord *indicator = chosen < self->indicators->len ? g_ptr_array_index (self->indicators, chosen) : NULL;
  g_autoptr (GError) error = NULL;

  if (!self->showing && self->action != NULL
      && !bl_edit_set (self->session, BL_RECORD (self->action), "indicator", indicator != NULL ? bl_record_get_id (indicator) : "", &error))
    g_warning ("An indicator was not taken: %s", error->message);
}

static void
on_outcome_toggled (BlActionForm *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (self->showing || self->action == NULL)
    return;
  for (guint i = 0; i < 7; i++)
    if (gtk_check_button_get_active (self->outcomes[i]))
      g_string_append_printf (words, "%s%u", words->len > 0 ? " " : "", i + 1);
  if (!bl_edit_set (self->session, BL_RECORD (self->action), "outcomes", words->str, &error))
    g_warning ("Outcomes were not taken: %s", error->message);
}

static GtkWidget *
make_steps (BlActionForm *self, const char *script)
{
  static const char *const plain[] = { NULL, N_ ("Small"), N_ ("Middling"), N_ ("Large") };
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (titles, _ ("not known"));
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *entry = g_strdup_printf ("%s-%u", script, i);
      const char *title = get_words (self, script, entry, "title");

      gtk_string_list_append (titles, title != NULL ? title : _ (plain[i]));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_step_chosen), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_outcomes (BlActionForm *self)
{
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (self->session), NULL);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (_ ("Outcomes"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "strong");
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < 7; i++)
    {
      const char *title = dictionary != NULL ? bl_dictionary_get_outcome_title (dictionary, i + 1) : NULL;
      g_autofree char *words = g_strdup_printf ("%u %s", i + 1, title != NULL ? title : "");
      GtkWidget *check = gtk_check_button_new (), *label = gtk_label_new (words);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      /* The label of a check button of GTK 4.8 does not wrap; its child does. */
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_outcome_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
      self->outcomes[i] = GTK_CHECK_BUTTON (check);
    }
  gtk_widget_add_css_class (box, "hours-card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
make_row (BlActionForm *self, guint at)
{
  const char *title = get_words (self, "plan", columns[at].column, "title"), *help = get_words (self, "plan", columns[at].column, "do");
  const char *field = columns[at].column != NULL ? bl_plan_column_get_field (columns[at].column) : NULL;
  GtkListBox *list = self->lists[columns[at].question];
  GtkWidget *row = NULL;

  if (title == NULL)
    title = _ (columns[at].title);
  switch (columns[at].kind)
    {
    case LINE:
      row = g_object_new (BL_TYPE_FIELD_ROW, "title", title, "field", field, NULL);
      if (g_str_equal (field, "title"))
        self->title_row = row;
      g_ptr_array_add (self->rows, row);
      break;
    case PARAGRAPH:
      row = g_object_new (BL_TYPE_LONG_TEXT_ROW, "title", title, "field", field, "help", help, NULL);
      help = NULL;
      g_ptr_array_add (self->rows, row);
      break;
    case STEP:
      row = make_steps (self, g_str_equal (field, "effect") ? "effect" : "effort");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      *(g_str_equal (field, "effect") ? &self->effect : &self->effort) = ADW_COMBO_ROW (row);
      break;
    case OUTCOMES:
      row = self->outcomes_row = make_outcomes (self);
      break;
    case INDICATOR:
      row = adw_combo_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_indicator_chosen), self, G_CONNECT_SWAPPED);
      self->indicator = ADW_COMBO_ROW (row);
      break;
    }
  gtk_list_box_append (list, row);
  add_help (list, help);
}

/* In the words of a framework, once. */
static void
make_rows (BlActionForm *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    {
      GtkListBoxRow *row;

      while ((row = gtk_list_box_get_row_at_index (self->lists[i], 0)) != NULL)
        gtk_list_box_remove (self->lists[i], GTK_WIDGET (row));
    }
  g_ptr_array_set_size (self->rows, 0);
  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    make_row (self, i);
  self->showing = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *entry = g_strdup_printf ("act-%u", i + 1);
      const char *say = get_words (self, "acting", entry, "say");

      gtk_label_set_label (self->questions[i], say != NULL ? say : _ (questions[i]));
    }
}

/* --- Showing --------------------------------------------------------------------------------- */

static void
show_steps (AdwComboRow *row, BlRecord *action, const char *field)
{
  gint64 value = 0;

  adw_combo_row_set_selected (row, bl_record_get_integer (action, field, &value) && value >= 1 && value <= 3 ? (guint) value : 0);
}

static void
show_outcomes (BlActionForm *self)
{
  const char *text = bl_record_get_text (BL_RECORD (self->action), "outcomes");
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " ,", -1) : NULL;

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      gtk_check_button_set_active (self->outcomes[i], words != NULL && g_strv_contains ((const char *const *) words, number));
    }
}

static void
show_indicators (BlActionForm *self)
{
  GListModel *all = bl_record_get_list (BL_RECORD (bl_session_get_project (self->session)), "indicators");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *id = bl_record_get_text (BL_RECORD (self->action), "indicator");
  guint chosen = 0;
  gboolean same = self->indicators->len == g_list_model_get_n_items (all) + 1;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) indicator = g_list_model_get_item (all, i);

      same = same && g_ptr_array_index (self->indicators, i + 1) == (gpointer) indicator;
      if (g_strcmp0 (bl_record_get_id (indicator), id) == 0)
        chosen = i + 1;
    }
  if (!same)
    {
      g_ptr_array_set_size (self->indicators, 0);
      g_ptr_array_add (self->indicators, NULL);
      gtk_string_list_append (titles, _ ("None"));
      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (BlRecord) indicator = g_list_model_get_item (all, i); /* the project holds it */
          g_autofree char *name = bl_record_describe (indicator);

          gtk_string_list_append (titles, name);
          g_ptr_array_add (self->indicators, indicator);
        }
      adw_combo_row_set_model (self->indicator, G_LIST_MODEL (titles));
    }
  adw_combo_row_set_selected (self->indicator, chosen);
}

/* "Comes from: Open when people can come; Within reach". */
static void
show_from (BlActionForm *self)
{
  const char *criteria = bl_record_get_text (BL_RECORD (self->action), "criteria");
  g_auto (GStrv) parts = criteria != NULL ? g_strsplit (criteria, " ", -1) : NULL;
  GString *words = g_string_new (NULL);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "",
                            self->framework != NULL ? bl_framework_get_title (self->framework, parts[i]) : parts[i]);
  if (words->len > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Comes from: %s"), words->str);

      gtk_label_set_label (self->from, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->from), words->len > 0);
  g_string_free (words, TRUE);
}

static void
show_lacking (BlActionForm *self)
{
  g_autoptr (GPtrArray) lacking = bl_plan_list_lacking (self->action);
  GString *words = g_string_new (NULL);
  gboolean owned = bl_record_get_text (BL_RECORD (self->action), "owner") != NULL;

  for (guint i = 0; i + 1 < lacking->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      if (g_strcmp0 (columns[j].column, g_ptr_array_index (lacking, i)) == 0)
        {
          const char *title = get_words (self, "plan", columns[j].column, "title");

          g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", title != NULL ? title : _ (columns[j].title));
        }
  if (words->len > 0)
    {
      g_autofree char *still = g_strdup_printf (_ ("Still to say: %s."), words->str);
      g_autofree char *text
          = owned ? g_strdup (still) : g_strdup_printf ("%s %s", _ ("An action without an owner is not an action."), still);

      gtk_label_set_label (self->lacking, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->lacking), words->len > 0);
  g_string_free (words, TRUE);
}

static void
refresh (BlActionForm *self)
{
  if (self->action == NULL || bl_record_get_parent (BL_RECORD (self->action)) == NULL)
    return;
  self->showing = TRUE;
  show_steps (self->effect, BL_RECORD (self->action), "effect");
  show_steps (self->effort, BL_RECORD (self->action), "effort");
  show_outcomes (self);
  show_indicators (self);
  show_from (self);
  show_lacking (self);
  self->showing = FALSE;
}

static void
set_rows (BlActionForm *self, BlRecord *record)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gpointer row = g_ptr_array_index (self->rows, i);

      if (BL_IS_FIELD_ROW (row))
        bl_field_row_set_record (row, self->session, record);
      else
        bl_long_text_row_set_record (row, self->session, record);
    }
}

static void
bl_action_form_dispose (GObject *object)
{
  BlActionForm *self = BL_ACTION_FORM (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  if (self->rows != NULL)
    set_rows (self, NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_object (&self->action);
  g_clear_object (&self->framework);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_action_form_parent_class)->dispose (object);
}

static void
bl_action_form_class_init (BlActionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_action_form_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/action-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BlActionForm, from);
  gtk_widget_class_bind_template_child (widget_class, BlActionForm, lacking);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *list = g_strdup_printf ("list_%u", i), *question = g_strdup_printf ("question_%u", i);

      gtk_widget_class_bind_template_child_full (widget_class, list, FALSE, 0);
      if (i < 5)
        gtk_widget_class_bind_template_child_full (widget_class, question, FALSE, 0);
    }
}

static void
bl_action_form_init (BlActionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *list = g_strdup_printf ("list_%u", i), *question = g_strdup_printf ("question_%u", i);

      self->lists[i] = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (self), BL_TYPE_ACTION_FORM, list));
      if (i < 5)
        self->questions[i] = GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (self), BL_TYPE_ACTION_FORM, question));
    }
  self->rows = g_ptr_array_new ();
  self->indicators = g_ptr_array_new ();
}

void
bl_action_form_set_action (BlActionForm *self, BlSession *session, BlFramework *framework, BlAction *action)
{
  gboolean anew;

  g_return_if_fail (BL_IS_ACTION_FORM (self));
  if (self->session != session)
    {
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
      g_set_object (&self->session, session);
      g_signal_connect_object (bl_session_get_project (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    }
  set_rows (self, NULL);
  anew = g_set_object (&self->framework, framework) || self->rows->len == 0;
  g_set_object (&self->action, action);
  if (anew)
    make_rows (self);
  if (action != NULL)
    set_rows (self, BL_RECORD (action));
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->lists[i]), action != NULL && bl_session_get_editable (session));
  refresh (self);
}

BlAction *
bl_action_form_get_action (BlActionForm *self)
{
  g_return_val_if_fail (BL_IS_ACTION_FORM (self), NULL);
  return self->action;
}

void
bl_action_form_focus (BlActionForm *self)
{
  g_return_if_fail (BL_IS_ACTION_FORM (self));
  if (self->title_row != NULL)
    gtk_widget_grab_focus (self->title_row);
}
