/* assess-home.c: all self-assessments, and the way through the one chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-home.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "assessment-steps.h"
#include "assessment-timetable.h"
#include "text.h"

struct _BlAssessHome
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  GtkStack *stack;
  GtkListBox *routes, *steps, *members, *others;
  GtkWidget *missing_box, *members_box, *others_box, *remove_button;
  GtkLabel *tone, *notice, *finding, *facts, *missing, *notices;
  gboolean stale;
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlAssessHome, bl_assess_home, ADW_TYPE_BIN)

/* --- Rows, which are kept so that the keyboard stays where it is ---------------------------- */

typedef struct
{
  GtkWidget *row, *icon, *word, *button;
} Line;

/* The row at @place of @list, made where there is none: icon before, a word and a button after. */
static Line *
need_line (GtkListBox *list, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, place);
  Line *line;

  if (row != NULL)
    return g_object_get_data (G_OBJECT (row), "line");
  line = g_new0 (Line, 1);
  line->row = adw_action_row_new ();
  line->icon = gtk_image_new ();
  line->word = gtk_label_new (NULL);
  line->button = gtk_button_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line->row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line->row), 2);
  gtk_widget_set_valign (line->word, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (line->button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line->row), line->icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), line->word);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), line->button);
  g_object_set_data_full (G_OBJECT (line->row), "line", line, g_free);
  gtk_list_box_append (list, line->row);
  return line;
}

static void
drop_lines (GtkListBox *list, int from)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, from)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
set_line (Line *line, const char *title, const char *subtitle, const char *icon, const char *word)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), subtitle != NULL ? subtitle : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (line->icon), icon);
  gtk_widget_set_visible (line->icon, icon != NULL);
  gtk_label_set_label (GTK_LABEL (line->word), word != NULL ? word : "");
  gtk_widget_set_visible (line->word, word != NULL);
}

/* @name: what the button does, with whom or what; for who does not see the row. */
static void
set_button (Line *line, const char *label, const char *name, const char *action, const char *target)
{
  gtk_widget_set_visible (line->button, action != NULL);
  if (action == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (line->button), label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (line->button), target != NULL ? g_variant_new_string (target) : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (line->button), action);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line->row), line->button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The name says the row's title already. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (line->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* --- None yet --------------------------------------------------------------------------- */

static void
show_none (BlAssessHome *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = NULL;
  g_autoptr (GPtrArray) routes = NULL;

  gtk_stack_set_visible_child_name (self->stack, "none");
  if (gtk_list_box_get_row_at_index (self->routes, 0) != NULL)
    return; /* what is shipped does not change */
  framework = bl_framework_load (bl_framework_get_shipped ()[0], &error);
  gtk_widget_set_visible (GTK_WIDGET (self->routes), framework != NULL);
  if (framework == NULL)
    {
      gtk_label_set_label (self->tone, error->message);
      return;
    }
  routes = bl_framework_list_routes (framework);
  for (guint i = 0; i < routes->len; i++)
    {
      Line *line = need_line (self->routes, (int) i);
      const char *statement = bl_record_get_text (routes->pdata[i], "statement");
      g_autofree char *length = NULL;
      gint64 minutes;

      if (bl_record_get_integer (routes->pdata[i], "minutes", &minutes))
        length = bl_timetable_say_length ((int) CLAMP (minutes, 0, G_MAXINT));
      set_line (line, bl_record_get_text (routes->pdata[i], "title"), statement, "document-open-recent-symbolic", length);
      gtk_widget_add_css_class (line->word, "dim-label");
      set_button (line, NULL, NULL, NULL, NULL);
      gtk_widget_set_focusable (line->row, FALSE);
    }
  gtk_label_set_label (self->tone, bl_record_get_text (BL_RECORD (framework), "notice-tone"));
  gtk_label_set_label (self->notice, bl_record_get_text (BL_RECORD (framework), "notice-short"));
}

/* --- One chosen -------------------------------------------------------------------------- */

static void
show_steps (BlAssessHome *self, const BlAssessStudy *study)
{
  static const char *const icons[] = { "content-loading-symbolic", "document-edit-symbolic", "go-next-symbolic",
                                       "object-select-symbolic" };
  g_autoptr (GPtrArray) steps = bl_assess_steps_new (bl_session_get_project (self->session), study);
  const char *next = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      const BlAssessStep *step = g_ptr_array_index (steps, i);
      Line *line = need_line (self->steps, (int) i);
      gboolean is_next = step->state == BL_ASSESS_STEP_NEXT;
      g_autofree char *subtitle = step->why != NULL ? g_strdup_printf ("%s\n%s", step->says, step->why) : g_strdup (step->says);
      const char *word = step->state == BL_ASSESS_STEP_DONE ? _ ("Done") : is_next ? _ ("Next") : NULL;
      /* Translators: opens a step: "Open Prepare". */
      g_autofree char *name = g_strdup_printf (_ ("Open %s"), step->title);

      set_line (line, step->title, subtitle, icons[step->state], word);
      gtk_widget_remove_css_class (line->word, "pill-good");
      gtk_widget_remove_css_class (line->word, "pill-info");
      gtk_widget_add_css_class (line->word, is_next ? "pill-info" : "pill-good");
      if (g_str_equal (step->key, "rate")) /* who rates on this machine is chosen below */
        set_button (line, _ ("Files"), _ ("Send response files and take them in"), "assess.prepare", "files");
      else if (g_str_equal (step->key, "report"))
        set_button (line, _ ("Write…"), _ ("Write the write-up"), "assess.write-up", NULL);
      else
        set_button (line, _ ("Open"), name, "assess.show", step->key);
      if (is_next)
        {
          next = step->title;
          gtk_widget_add_css_class (line->button, "suggested-action");
        }
      else
        gtk_widget_remove_css_class (line->button, "suggested-action");
    }
  drop_lines (self->steps, (int) steps->len);
  if (next != NULL)
    {
      /* Translators: a step: "Next: Rate alone". */
      g_autofree char *finding = g_strdup_printf (_ ("Next: %s"), next);

      gtk_label_set_label (self->finding, finding);
    }
  else
    gtk_label_set_label (self->finding, study->framework != NULL ? _ ("All steps are done")
                                                                 : _ ("The framework of this self-assessment is gone"));
}

/* "Half a day · Branchline starter set, version 1 · Four levels · meeting on 3 December 2026" */
static void
show_facts (BlAssessHome *self, const BlAssessStudy *study)
{
  BlRecord *record = BL_RECORD (self->assessment), *framework = BL_RECORD (study->framework);
  BlProject *project = bl_session_get_project (self->session);
  const char *route_item = bl_record_get_text (record, "route"), *library = bl_record_get_text (record, "library");
  BlScript *route = route_item != NULL && framework != NULL ? bl_framework_find_script (study->framework, route_item) : NULL;
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;
  guint32 meeting;

  if (library != NULL && bl_project_find (project, library) != NULL)
    g_ptr_array_add (facts, bl_record_describe (bl_project_find (project, library)));
  if (route != NULL)
    g_ptr_array_add (facts, g_strdup (bl_record_get_text (BL_RECORD (route), "title")));
  if (framework != NULL)
    {
      const char *title = bl_record_get_text (framework, "title"), *revision = bl_record_get_text (framework, "revision");

      if (title != NULL)
        g_ptr_array_add (facts, revision != NULL ? g_strdup_printf (_ ("%s, version %s"), title, revision) : g_strdup (title));
    }
  if (study->scale != NULL)
    g_ptr_array_add (facts, g_strdup (bl_record_get_text (BL_RECORD (study->scale), "title")));
  if (bl_record_get_date (record, "meeting", &meeting))
    {
      g_autofree char *date = bl_text_date_for_people (meeting);

      /* Translators: %s is a date. */
      g_ptr_array_add (facts, g_strdup_printf (_ ("meeting on %s"), date));
    }
  g_ptr_array_add (facts, NULL);
  line = g_strjoinv (" · ", (char **) facts->pdata);
  gtk_label_set_label (self->facts, line);
}

static void
show_members (BlAssessHome *self, const BlAssessStudy *study)
{
  gboolean editable = bl_session_get_editable (self->session);

  gtk_widget_set_visible (self->members_box, study->n_members > 0);
  for (guint i = 0; i < study->n_members; i++)
    {
      const BlAssessMember *member = &study->members[i];
      Line *line = need_line (self->members, (int) i);
      const char *role = bl_record_get_text (BL_RECORD (member->member), "role");
      BlScriptEntry *entry = role != NULL ? bl_framework_find_entry (study->framework, "roles", role) : NULL;
      g_autofree char *name = bl_assess_name_member (study->framework, member->member);
      /* Translators: criteria rated of all: "34 of 57". */
      g_autofree char *word = g_strdup_printf (_ ("%u of %u"), member->done, member->of);
      g_autofree char *rate = g_strdup_printf (_ ("%s rates here"), name);
      g_autoptr (GString) subtitle = g_string_new (entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL);

      if (member->n_not_sure > 0)
        g_string_append_printf (subtitle, ngettext ("%s%u not sure", "%s%u not sure", member->n_not_sure),
                                subtitle->len > 0 ? " · " : "", member->n_not_sure);
      if (member->finished && member->done < member->of)
        g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", _ ("has finished"));
      set_line (line, name, subtitle->str,
                member->finished ? "object-select-symbolic" : member->done > 0 ? "document-edit-symbolic" : "content-loading-symbolic",
                word);
      gtk_widget_add_css_class (line->word, "numeric");
      /* Not ngettext: the same words, whoever they are. */
      set_button (line, _ ("Rate here"), rate, editable ? "assess.rate" : NULL, bl_record_get_id (BL_RECORD (member->member)));
    }
  drop_lines (self->members, (int) study->n_members);
}

static void
show_missing (BlAssessHome *self, const BlAssessStudy *study)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *exception = bl_record_get_text (BL_RECORD (self->assessment), "exception");

  for (guint i = 0; i < study->missing->len; i++)
    g_string_append_printf (words, "%s• %s", i > 0 ? "\n" : "", (const char *) study->missing->pdata[i]);
  if (!study->complete && study->plan_open && exception != NULL)
    /* Translators: %s is a reason somebody typed. */
    g_string_append_printf (words, _ ("\nThe plan was opened before that. The reason on record: %s"), exception);
  gtk_label_set_label (self->missing, words->str);
  gtk_widget_set_visible (self->missing_box, study->missing->len > 0);
}

static void
show_others (BlAssessHome *self)
{
  GListModel *all = bl_record_get_list (BL_RECORD (bl_session_get_project (self->session)), "assessments");
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlAssessment) assessment = g_list_model_get_item (all, i);
      Line *line = need_line (self->others, (int) i);
      g_autofree char *title = bl_record_describe (BL_RECORD (assessment)), *date = NULL;
      /* Translators: chooses a self-assessment by its title. */
      g_autofree char *name = g_strdup_printf (_ ("Choose “%s”"), title);
      gboolean chosen = assessment == self->assessment;
      guint32 meeting;

      if (bl_record_get_date (BL_RECORD (assessment), "meeting", &meeting))
        date = bl_text_date_for_people (meeting);
      set_line (line, title, date != NULL ? date : _ ("No day for the meeting yet."), chosen ? "object-select-symbolic" : NULL,
                chosen ? _ ("Shown") : NULL);
      set_button (line, _ ("Choose"), name, chosen ? NULL : "assess.choose", bl_record_get_id (BL_RECORD (assessment)));
    }
  drop_lines (self->others, (int) n);
  gtk_widget_set_visible (self->others_box, n > 1);
}

static void
refresh (BlAssessHome *self)
{
  g_autoptr (BlAssessStudy) study = NULL;
  g_autofree char *notices = NULL;

  self->stale = FALSE;
  if (self->assessment == NULL)
    {
      show_none (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "one");
  study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);
  show_steps (self, study);
  show_facts (self, study);
  show_members (self, study);
  show_missing (self, study);
  show_others (self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s", bl_record_get_id (BL_RECORD (self->assessment)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove_button), "assess.remove");
  gtk_widget_set_visible (self->remove_button, bl_session_get_editable (self->session));
  if (study->framework != NULL)
    {
      const char *shorter = bl_record_get_text (BL_RECORD (study->framework), "notice-short"),
                 *tone = bl_record_get_text (BL_RECORD (study->framework), "notice-tone");

      notices = g_strjoin (" ", shorter != NULL ? shorter : tone, shorter != NULL ? tone : NULL, NULL);
    }
  gtk_label_set_label (self->notices, notices != NULL ? notices : "");
}

/* Nobody looks: later. */
static void
on_project_changed (BlAssessHome *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
on_mapped (BlAssessHome *self)
{
  if (self->stale)
    refresh (self);
}

/* --- Overrides ---------------------------------------------------------------------------- */

static void
bl_assess_home_constructed (GObject *object)
{
  BlAssessHome *self = BL_ASSESS_HOME (object);

  G_OBJECT_CLASS (bl_assess_home_parent_class)->constructed (object);
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

static void
bl_assess_home_dispose (GObject *object)
{
  BlAssessHome *self = BL_ASSESS_HOME (object);

  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_assess_home_parent_class)->dispose (object);
}

static void
bl_assess_home_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessHome *self = BL_ASSESS_HOME (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_home_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessHome *self = BL_ASSESS_HOME (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ASSESSMENT:
      if (g_set_object (&self->assessment, g_value_get_object (value)))
        refresh (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_home_class_init (BlAssessHomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_assess_home_constructed;
  object_class->dispose = bl_assess_home_dispose;
  object_class->get_property = bl_assess_home_get_property;
  object_class->set_property = bl_assess_home_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, BL_TYPE_ASSESSMENT,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-home.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, stack);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, routes);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, steps);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, members);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, others);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, missing_box);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, members_box);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, others_box);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, remove_button);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, tone);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, notice);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, finding);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, facts);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, missing);
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, notices);
}

static void
bl_assess_home_init (BlAssessHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
}
