/* indicator-form.c: what an indicator is: its words, its formula, what it serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "indicator-groups.h"
#include "indicator-summary.h"
#include "own-indicator.h"
#include "text.h"

struct _BlIndicatorForm
{
  AdwBin parent;
  BlSession *session;
  BlIndicator *shown; /* a copy of what was given */
  gboolean complete;
  GtkEditable *name_row, *noun, *means, *unit, *formula, *source;
  AdwComboRow *serves, *direction, *kind;
  GtkLabel *formula_words;
  GtkMenuButton *measures_button;
  GtkPopover *measures_popover;
  GtkSearchEntry *measures_search;
  GtkListBox *measures;
};

enum
{
  PROP_COMPLETE = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlIndicatorForm, bl_indicator_form, ADW_TYPE_BIN)

/* In the order shown. */
static const struct
{
  int value;
  const char *title;
} directions[] = {
  { BL_WANTED_UP, N_ ("More") },
  { BL_WANTED_DOWN, N_ ("Less") },
  { BL_WANTED_RANGE, N_ ("Inside a band") },
  { BL_WANTED_NEUTRAL, N_ ("Neither: it depends") },
}, kinds[] = {
  { BL_INDICATOR_KIND_COUNT, N_ ("Count of what happened") },
  { BL_INDICATOR_KIND_STOCK, N_ ("How many at a date") },
  { BL_INDICATOR_KIND_RATE, N_ ("Rate, for each 1,000 people or so") },
  { BL_INDICATOR_KIND_SHARE, N_ ("Share, in percent") },
  { BL_INDICATOR_KIND_SURVEY, N_ ("Share from a survey") },
  { BL_INDICATOR_KIND_RATIO, N_ ("One thing for each of another") },
  { BL_INDICATOR_KIND_MEAN, N_ ("Mean") },
  { BL_INDICATOR_KIND_MONEY, N_ ("Money, in pounds") },
  { BL_INDICATOR_KIND_INDEX, N_ ("Index, 1 as expected") },
  { BL_INDICATOR_KIND_DISTANCE, N_ ("Distance") },
  { BL_INDICATOR_KIND_YESNO, N_ ("Yes or no") },
  { BL_INDICATOR_KIND_RANK, N_ ("Rank") },
};

static BlDictionary *
get_dictionary (BlIndicatorForm *self)
{
  return self->session != NULL ? bl_context_get_dictionary (bl_session_get_context (self->session), NULL) : NULL;
}

/* --- Whether it can be kept ------------------------------------------------------- */

static void
show_formula (BlIndicatorForm *self, const char *words, gboolean wrong)
{
  gtk_label_set_label (self->formula_words, words);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->formula_words), "field-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->formula_words), "field-error");
}

static gboolean
check_formula (BlIndicatorForm *self)
{
  g_autofree char *text = bl_text_clean (gtk_editable_get_text (self->formula));
  BlDictionary *dictionary = get_dictionary (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (text == NULL || dictionary == NULL)
    {
      show_formula (self, _ ("Such as 1000 × visits_all ÷ pop_all. “Insert…” lists what is counted."), FALSE);
      return FALSE;
    }
  if (!bl_own_indicator_check_formula (dictionary, text, &error))
    {
      words = g_strdup_printf (_ ("Not a formula yet: %s."), error->message);
      show_formula (self, words, TRUE);
      return FALSE;
    }
  g_free (words);
  words = bl_indicator_formula_words (dictionary, text);
  show_formula (self, words, FALSE);
  return TRUE;
}

static void
on_changed (BlIndicatorForm *self)
{
  g_autofree char *name = bl_text_clean (gtk_editable_get_text (self->name_row));
  gboolean complete = check_formula (self) && name != NULL;

  if (complete == self->complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/* --- What is counted --------------------------------------------------------------- */

static gboolean
is_measure_shown (GtkListBoxRow *row, gpointer data)
{
  BlIndicatorForm *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->measures_search));
  g_autofree char *sought = g_utf8_casefold (text, -1);
  g_autofree char *title = g_utf8_casefold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);

  return strstr (title, sought) != NULL || strstr (g_object_get_data (G_OBJECT (row), "item"), sought) != NULL;
}

static void
on_measures_search (BlIndicatorForm *self)
{
  gtk_list_box_invalidate_filter (self->measures);
}

/* Made when first looked at: there are more than a hundred. */
static void
on_measures_shown (BlIndicatorForm *self)
{
  BlDictionary *dictionary = get_dictionary (self);
  GListModel *all = dictionary != NULL ? bl_record_get_list (BL_RECORD (dictionary), "measures") : NULL;

  if (all == NULL || gtk_list_box_get_row_at_index (self->measures, 0) != NULL || !gtk_widget_get_visible (GTK_WIDGET (self->measures_popover)))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) measure = g_list_model_get_item (all, i);
      const char *item = bl_record_get_text (measure, "item");
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bl_record_get_text (measure, "name"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "item", g_strdup (item), g_free);
      gtk_list_box_append (self->measures, row);
    }
}

static void
on_measure_chosen (BlIndicatorForm *self, GtkListBoxRow *row)
{
  const char *item = g_object_get_data (G_OBJECT (row), "item");
  int position = gtk_editable_get_position (self->formula);

  gtk_editable_insert_text (self->formula, item, -1, &position);
  gtk_popover_popdown (self->measures_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->formula));
  gtk_editable_set_position (self->formula, position);
}

/* --- Overrides ---------------------------------------------------------------------- */

static void
bl_indicator_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPLETE)
    g_value_set_boolean (value, BL_INDICATOR_FORM (object)->complete);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_indicator_form_dispose (GObject *object)
{
  BlIndicatorForm *self = BL_INDICATOR_FORM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (bl_indicator_form_parent_class)->dispose (object);
}

static void
bl_indicator_form_class_init (BlIndicatorFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_indicator_form_dispose;
  object_class->get_property = bl_indicator_form_get_property;
  properties[PROP_COMPLETE]
      = g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, noun);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, means);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, unit);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, formula);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, formula_words);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, source);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, serves);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, direction);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, kind);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, measures_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, measures_popover);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, measures_search);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorForm, measures);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_measures_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_measures_search);
  gtk_widget_class_bind_template_callback (widget_class, on_measure_chosen);
}

static void
bl_indicator_form_init (BlIndicatorForm *self)
{
  GtkWidget *inner;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->measures, is_measure_shown, self, NULL);
  /* In GTK 4.8 the name of a menu button does not reach the button inside. */
  inner = gtk_widget_get_first_child (GTK_WIDGET (self->measures_button));
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Insert something that is counted"), -1);
}

static void
show_text (GtkEditable *row, BlRecord *record, const char *field)
{
  const char *text = bl_record_get_text (record, field);

  gtk_editable_set_text (row, text != NULL ? text : "");
}

static guint
fill_choices (AdwComboRow *row, BlIndicatorForm *self, int value)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gboolean wanted = row == self->direction;
  guint n = wanted ? G_N_ELEMENTS (directions) : G_N_ELEMENTS (kinds), found = 0;

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (titles, _ (wanted ? directions[i].title : kinds[i].title));
      if ((wanted ? directions[i].value : kinds[i].value) == value)
        found = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (row, found);
  return found;
}

/* --- Public --------------------------------------------------------------------------- */

void
bl_indicator_form_set (BlIndicatorForm *self, BlSession *session, BlIndicator *indicator)
{
  g_autoptr (GtkStringList) groups = gtk_string_list_new (NULL);
  BlRecord *record = BL_RECORD (indicator);

  g_return_if_fail (BL_IS_INDICATOR_FORM (self));
  g_set_object (&self->session, session);
  g_clear_object (&self->shown);
  self->shown = BL_INDICATOR (bl_record_copy (record));
  show_text (self->name_row, record, "name");
  show_text (self->noun, record, "noun");
  show_text (self->means, record, "means");
  show_text (self->unit, record, "unit");
  show_text (self->formula, record, "formula");
  show_text (self->source, record, "source");
  for (guint i = 0; i < BL_N_INDICATOR_GROUPS - 1; i++)
    {
      const char *title = bl_indicator_group_get_title (get_dictionary (self), i);
      g_autofree char *words = i < BL_N_OUTCOMES ? g_strdup_printf ("%u  %s", i + 1, title) : g_strdup (title);

      gtk_string_list_append (groups, words);
    }
  adw_combo_row_set_model (self->serves, G_LIST_MODEL (groups));
  adw_combo_row_set_selected (self->serves, MIN (bl_indicator_group_of (indicator), BL_N_INDICATOR_GROUPS - 2));
  fill_choices (self->direction, self, bl_record_get_enum (record, "direction"));
  fill_choices (self->kind, self, bl_record_get_enum (record, "kind"));
  on_changed (self);
}

gboolean
bl_indicator_form_get_complete (BlIndicatorForm *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_FORM (self), FALSE);
  return self->complete;
}

static void
put_text (BlRecord *record, const char *field, GtkEditable *row)
{
  g_autofree char *text = bl_text_clean (gtk_editable_get_text (row));

  if (g_strcmp0 (text, bl_record_get_text (record, field)) != 0)
    bl_record_set_text (record, field, text);
}

/* What it served besides stays; the one shown comes first among its kind. */
static char *
make_serves (BlIndicatorForm *self, BlRecord *record)
{
  const char *before = bl_record_get_text (record, "serves");
  const char *code = bl_indicator_group_get_code (adw_combo_row_get_selected (self->serves));
  g_auto (GStrv) codes = g_strsplit_set (before != NULL ? before : "", " ,", -1);
  guint old = bl_indicator_group_of (self->shown);
  g_autoptr (GString) words = g_string_new (code);

  if (old == adw_combo_row_get_selected (self->serves))
    return g_strdup (before);
  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0' && !g_str_equal (codes[i], code) && g_strcmp0 (codes[i], bl_indicator_group_get_code (old)) != 0)
      g_string_append_printf (words, " %s", codes[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
bl_indicator_form_put (BlIndicatorForm *self, BlIndicator *indicator)
{
  BlRecord *record = BL_RECORD (indicator);
  int direction, kind;
  g_autofree char *serves = NULL, *noun = NULL;

  g_return_if_fail (BL_IS_INDICATOR_FORM (self) && self->shown != NULL);
  put_text (record, "name", self->name_row);
  put_text (record, "noun", self->noun);
  put_text (record, "means", self->means);
  put_text (record, "unit", self->unit);
  put_text (record, "formula", self->formula);
  put_text (record, "source", self->source);
  noun = bl_text_clean (gtk_editable_get_text (self->noun));
  if (noun == NULL)
    bl_record_set_text (record, "noun", bl_record_get_text (record, "name"));
  serves = make_serves (self, record);
  bl_record_set_text (record, "serves", serves);
  direction = directions[adw_combo_row_get_selected (self->direction)].value;
  kind = kinds[adw_combo_row_get_selected (self->kind)].value;
  if (direction != bl_record_get_enum (record, "direction"))
    {
      bl_record_set_enum (record, "direction", direction);
      bl_record_set_boolean (record, "local-direction", TRUE);
    }
  bl_record_set_enum (record, "kind", kind);
}

void
bl_indicator_form_focus (BlIndicatorForm *self)
{
  g_return_if_fail (BL_IS_INDICATOR_FORM (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
