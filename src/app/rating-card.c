/* rating-card.c: one criterion to be rated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rating-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "indicator-model.h"
#include "prose-field.h"
#include "text.h"

#define BL_CARD_EVIDENCE 2 /* sentences from the project, at most */

struct _BlRatingCard
{
  GtkBox parent;
  BlRatingSheet *sheet;
  BlCriterion *criterion;
  BlIndicatorModel *model;     /* NULL: there is no project beside it */
  GPtrArray *levels, *buttons; /* of BlScaleLevel; of GtkToggleButton, in the same order */
  GtkLabel *number, *title, *statement, *means, *earlier, *looks, *ask, *hint;
  GtkWidget *answered, *why_box, *look_expander, *more_expander;
  GtkBox *level_box, *evidence_box;
  BlProseField *reason, *example, *evidence, *why;
  gboolean updating;
};

enum
{
  NEXT,
  PREVIOUS,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlRatingCard, bl_rating_card, GTK_TYPE_BOX)

static const char *
get_item (BlRatingCard *self)
{
  return bl_record_get_text (BL_RECORD (self->criterion), "item");
}

/* The name of what is typed in, for who does not see the card: "Reason: Within reach". */
static void
name_field (BlRatingCard *self, BlProseField *field, const char *what)
{
  g_autofree char *name = g_strdup_printf (C_ ("field of a criterion", "%s: %s"), what,
                                           bl_record_get_text (BL_RECORD (self->criterion), "title"));

  bl_prose_field_set_label (field, name);
}

/* Lines of a long text, each as a point of a list. */
static void
append_lines (GString *all, const char *heading, const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  if (lines == NULL)
    return;
  g_string_append_printf (all, "%s%s", all->len > 0 ? "\n\n" : "", heading);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (all, "\n• %s", lines[i]);
}

static void
append_list (GString *all, const char *heading, const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  g_autofree char *joined = lines != NULL ? g_strjoinv (", ", lines) : NULL;

  if (joined != NULL)
    g_string_append_printf (all, "%s%s: %s", all->len > 0 ? "\n" : "", heading, joined);
}

/* --- What the project knows ---------------------------------------------------------- */

static gboolean
is_linked (BlRatingCard *self, BlRecord *indicator)
{
  const char *linked = bl_record_get_text (BL_RECORD (self->criterion), "indicators");
  const char *item = bl_record_get_text (indicator, "item");
  g_auto (GStrv) items = linked != NULL ? g_strsplit_set (linked, " \n", -1) : NULL;
  const char *last = item != NULL ? strrchr (item, '/') : NULL;

  return items != NULL && item != NULL
         && (g_strv_contains ((const char *const *) items, item)
             || (last != NULL && g_strv_contains ((const char *const *) items, last + 1)));
}

static void
update_evidence (BlRatingCard *self)
{
  GtkWidget *child;
  GListModel *indicators;
  guint shown = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->evidence_box))) != NULL)
    gtk_box_remove (self->evidence_box, child);
  indicators = self->model != NULL ? bl_indicator_model_get_indicators (self->model) : NULL;
  for (guint i = 0; indicators != NULL && i < g_list_model_get_n_items (indicators) && shown < BL_CARD_EVIDENCE; i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);
      BlIndicatorAnswer *answer = is_linked (self, BL_RECORD (indicator)) ? bl_indicator_model_peek (self->model, indicator) : NULL;
      GtkWidget *row, *label;

      if (answer == NULL || answer->judgement == NULL || answer->judgement->sentence == NULL
          || answer->judgement->verdict == BL_VERDICT_NO_DATA)
        continue;
      row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      label = gtk_label_new (answer->judgement->sentence);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "small");
      gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("mail-attachment-symbolic"));
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (self->evidence_box, row);
      shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_box), shown > 0);
}

static void
on_answered (BlRatingCard *self, BlIndicator *indicator)
{
  if (is_linked (self, BL_RECORD (indicator)))
    update_evidence (self);
}

/* --- Callbacks ------------------------------------------------------------------------ */

static void
choose (BlRatingCard *self, guint place)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_focusable (self->buttons->pdata[i], i == place);
  gtk_widget_grab_focus (self->buttons->pdata[place]);
}

static void
on_toggled (BlRatingCard *self, GtkToggleButton *button)
{
  guint place;

  if (self->updating || !g_ptr_array_find (self->buttons, button, &place))
    return;
  if (gtk_toggle_button_get_active (button))
    bl_rating_sheet_set_level (self->sheet, get_item (self), bl_record_get_text (self->levels->pdata[place], "item"));
  bl_rating_card_update (self);
}

static int
find_focused (BlRatingCard *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_has_focus (self->buttons->pdata[i]))
      return (int) i;
  return -1;
}

/* The level of @number; 0: the first without one. -1: there is none. */
static int
find_level (BlRatingCard *self, gint64 number)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      gint64 level = 0;

      bl_record_get_integer (self->levels->pdata[i], "level", &level);
      if (level == number)
        return (int) i;
    }
  return -1;
}

static gboolean
on_key (BlRatingCard *self, guint key, guint code, GdkModifierType state)
{
  int place = find_focused (self), step = 0, wanted;
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    key = GDK_KEY_0 + (key - GDK_KEY_KP_0);
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    {
      wanted = find_level (self, key - GDK_KEY_0);
      if (wanted < 0 || !bl_rating_sheet_get_editable (self->sheet))
        return FALSE;
      choose (self, (guint) wanted);
      gtk_toggle_button_set_active (self->buttons->pdata[wanted], TRUE);
      return TRUE;
    }
  if (place < 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      bl_rating_sheet_set_level (self->sheet, get_item (self), NULL);
      bl_rating_card_update (self);
      return TRUE;
    case GDK_KEY_Left:
      step = right_to_left ? 1 : -1;
      break;
    case GDK_KEY_Right:
      step = right_to_left ? -1 : 1;
      break;
    case GDK_KEY_Down:
      g_signal_emit (self, signals[NEXT], 0);
      return TRUE;
    case GDK_KEY_Up:
      g_signal_emit (self, signals[PREVIOUS], 0);
      return TRUE;
    default:
      return FALSE;
    }
  choose (self, (guint) CLAMP (place + step, 0, (int) self->buttons->len - 1));
  return TRUE;
}

static gboolean
on_reason_key (BlRatingCard *self, guint key, guint code, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return FALSE;
  g_signal_emit (self, signals[NEXT], 0);
  return TRUE;
}

static const char *
name_of_field (BlRatingCard *self, BlProseField *field)
{
  return field == self->reason    ? "reason"
         : field == self->example ? "example"
         : field == self->why     ? "why"
                                  : "evidence";
}

static void
on_written (BlRatingCard *self, const char *text, BlProseField *field)
{
  bl_rating_sheet_set_words (self->sheet, get_item (self), name_of_field (self, field), text);
}

static void
on_left (BlRatingCard *self)
{
  if (self->sheet != NULL)
    bl_rating_sheet_end (self->sheet);
}

/* --- Overrides ------------------------------------------------------------------------ */

static gboolean
bl_rating_card_grab_focus (GtkWidget *widget)
{
  BlRatingCard *self = BL_RATING_CARD (widget);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_get_focusable (self->buttons->pdata[i]))
      return gtk_widget_grab_focus (self->buttons->pdata[i]);
  return FALSE;
}

static void
bl_rating_card_dispose (GObject *object)
{
  BlRatingCard *self = BL_RATING_CARD (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  self->model = NULL;
  g_clear_object (&self->sheet);
  g_clear_object (&self->criterion);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_RATING_CARD);
  G_OBJECT_CLASS (bl_rating_card_parent_class)->dispose (object);
}

static void
bl_rating_card_finalize (GObject *object)
{
  BlRatingCard *self = BL_RATING_CARD (object);

  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_rating_card_parent_class)->finalize (object);
}

static void
bl_rating_card_class_init (BlRatingCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_rating_card_dispose;
  object_class->finalize = bl_rating_card_finalize;
  widget_class->grab_focus = bl_rating_card_grab_focus;
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PREVIOUS]
      = g_signal_new ("previous", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (BL_TYPE_PROSE_FIELD);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/rating-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, number);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, title);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, answered);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, statement);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, level_box);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, means);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, earlier);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, why_box);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, why);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, reason);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, look_expander);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, looks);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, ask);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, more_expander);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, example);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, evidence);
  gtk_widget_class_bind_template_child (widget_class, BlRatingCard, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_key);
  gtk_widget_class_bind_template_callback (widget_class, on_written);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
bl_rating_card_init (BlRatingCard *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public ------------------------------------------------------------------------ */

static void
make_levels (BlRatingCard *self)
{
  const char *title = bl_record_get_text (BL_RECORD (self->criterion), "title");

  self->levels = bl_rating_sheet_list_levels (self->sheet);
  for (guint i = 0; i < self->levels->len; i++)
    {
      BlRecord *level = self->levels->pdata[i];
      const char *words = bl_record_get_text (level, "label"), *means = bl_record_get_text (level, "descriptor");
      GtkWidget *button = gtk_toggle_button_new (), *label = gtk_label_new (words);
      /* Translators: a level of a criterion, for screen readers: "Within reach: Working well". */
      g_autofree char *name = g_strdup_printf (C_ ("level of a criterion", "%s: %s"), title, words);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_set_tooltip_text (button, means);
      gtk_widget_set_focusable (button, i == 0);
      gtk_widget_set_sensitive (button, bl_rating_sheet_get_editable (self->sheet));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (means != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, means, -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->level_box, button);
      g_ptr_array_add (self->buttons, button);
    }
}

static void
fill_words (BlRatingCard *self)
{
  BlRecord *record = BL_RECORD (self->criterion);
  g_autoptr (GString) looks = g_string_new (NULL), ask = g_string_new (NULL), hint = g_string_new (NULL);

  gtk_label_set_label (self->title, bl_record_get_text (record, "title"));
  gtk_label_set_label (self->statement, bl_record_get_text (record, "statement"));
  append_lines (looks, _ ("At its best:"), bl_record_get_text (record, "excellent"));
  append_lines (looks, _ ("Early days:"), bl_record_get_text (record, "early-days"));
  append_lines (ask, _ ("Questions to ask yourself:"), bl_record_get_text (record, "ask"));
  gtk_label_set_label (self->looks, looks->str);
  gtk_widget_set_visible (GTK_WIDGET (self->looks), looks->len > 0);
  gtk_label_set_label (self->ask, ask->str);
  gtk_widget_set_visible (GTK_WIDGET (self->ask), ask->len > 0);
  gtk_widget_set_visible (self->look_expander, looks->len + ask->len > 0);
  append_list (hint, _ ("Documents"), bl_record_get_text (record, "documents"));
  append_list (hint, _ ("Data"), bl_record_get_text (record, "data"));
  append_list (hint, _ ("People to ask"), bl_record_get_text (record, "people"));
  gtk_label_set_label (self->hint, hint->str);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint->len > 0);
  name_field (self, self->reason, _ ("Reason"));
  name_field (self, self->example, _ ("Example"));
  name_field (self, self->evidence, _ ("Evidence"));
  name_field (self, self->why, _ ("Why it changed"));
}

GtkWidget *
bl_rating_card_new (BlRatingSheet *sheet, BlCriterion *criterion, const char *number)
{
  BlRatingCard *self = g_object_new (BL_TYPE_RATING_CARD, NULL);
  BlSession *session = bl_rating_sheet_get_session (sheet);
  BlProseField *fields[] = { self->reason, self->example, self->evidence, self->why };

  self->sheet = g_object_ref (sheet);
  self->criterion = g_object_ref (criterion);
  gtk_label_set_label (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bl_record_get_text (BL_RECORD (criterion), "title"), -1);
  fill_words (self);
  make_levels (self);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    bl_prose_field_set_editable (fields[i], bl_rating_sheet_get_editable (sheet));
  if (session != NULL && bl_record_get_text (BL_RECORD (criterion), "indicators") != NULL)
    {
      self->model = bl_indicator_model_of (session);
      g_signal_connect_object (self->model, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
    }
  update_evidence (self);
  bl_rating_card_update (self);
  return GTK_WIDGET (self);
}

BlCriterion *
bl_rating_card_get_criterion (BlRatingCard *self)
{
  g_return_val_if_fail (BL_IS_RATING_CARD (self), NULL);
  return self->criterion;
}

static void
update_earlier (BlRatingCard *self, BlRecord *rating, BlRecord *before)
{
  BlFramework *framework = bl_rating_sheet_get_framework (self->sheet);
  const char *level = before != NULL ? bl_record_get_text (before, "level") : NULL;
  gboolean changed = rating != NULL && level != NULL && bl_record_is_known (rating, "replaces");

  gtk_widget_set_visible (self->why_box, changed);
  if (changed)
    {
      /* Translators: a level of a scale: "You said Working well before. Both are kept." */
      g_autofree char *said
          = g_strdup_printf (_ ("You said %s before. Both are kept."), bl_framework_get_title (framework, level));

      gtk_label_set_label (self->earlier, said);
      bl_prose_field_set_text (self->why, bl_record_get_text (rating, "why"));
    }
}

void
bl_rating_card_update (BlRatingCard *self)
{
  BlRecord *rating, *before;
  const char *level;
  int chosen = -1;

  g_return_if_fail (BL_IS_RATING_CARD (self));
  rating = (BlRecord *) bl_rating_sheet_find (self->sheet, get_item (self));
  before = (BlRecord *) bl_rating_sheet_find_earlier (self->sheet, get_item (self));
  level = rating != NULL ? bl_record_get_text (rating, "level") : NULL;
  self->updating = TRUE;
  for (guint i = 0; i < self->levels->len; i++)
    {
      gboolean active = level != NULL && g_strcmp0 (bl_record_get_text (self->levels->pdata[i], "item"), level) == 0;

      gtk_toggle_button_set_active (self->buttons->pdata[i], active);
      if (active)
        chosen = (int) i;
    }
  if (find_focused (self) < 0)
    for (guint i = 0; i < self->buttons->len; i++)
      gtk_widget_set_focusable (self->buttons->pdata[i], (int) i == MAX (chosen, 0));
  gtk_widget_set_visible (self->answered, chosen >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->means), chosen >= 0);
  if (chosen >= 0)
    gtk_label_set_label (self->means, bl_record_get_text (self->levels->pdata[chosen], "descriptor"));
  bl_prose_field_set_text (self->reason, rating != NULL ? bl_record_get_text (rating, "reason") : NULL);
  bl_prose_field_set_text (self->example, rating != NULL ? bl_record_get_text (rating, "example") : NULL);
  bl_prose_field_set_text (self->evidence, rating != NULL ? bl_record_get_text (rating, "evidence") : NULL);
  update_earlier (self, rating, before);
  self->updating = FALSE;
}

void
bl_rating_card_flush (BlRatingCard *self)
{
  g_return_if_fail (BL_IS_RATING_CARD (self));
  bl_prose_field_flush (self->reason);
  bl_prose_field_flush (self->example);
  bl_prose_field_flush (self->evidence);
  bl_prose_field_flush (self->why);
}
