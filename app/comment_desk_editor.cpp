// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The desk's editor: what it is given, and what becomes of what is typed in it.
#include "app/comment_desk.h"

#include "widgets/comment_editor.h"
#include "widgets/inspector_panel.h"

namespace cadastre {

void CommentDesk::connectEditor()
{
    const CommentEditor* editor = m_inspector->comment();
    connect(editor, &CommentEditor::edited, this, &CommentDesk::takeEdited);
    connect(editor, &CommentEditor::finished, this, [this](const ObjectKey& key) {
        if (const auto object = m_flow->commented().catalog()->find(key))
            Q_EMIT editFinished(*object);
    });
    connect(editor, &CommentEditor::revertRequested, this, [this](const ObjectKey& key) {
        m_unkept.remove(key);
        (void)m_flow->discard({key}); // what fails is said by a message
    });
    connect(editor, &CommentEditor::keepMineRequested, this,
            [this](const ObjectKey& key, const QString& theirs, const QString& mine) {
                (void)m_flow->rebase(key, theirs, mine);
            });
}

void CommentDesk::takeEdited(const ObjectKey& key, const QString& text, int session)
{
    const Result<Nothing> kept = m_flow->edit(key, text, session);
    if (!kept) {
        m_unkept.insert(key, text);
        m_inspector->comment()->showProblem(kept.error().message);
        return;
    }
    m_unkept.remove(key);
    m_inspector->comment()->showProblem({});
    const QHash<ObjectKey, QString> waiting = std::exchange(m_unkept, {});
    for (auto [other, typed] : waiting.asKeyValueRange()) { // there is room again
        if (!m_flow->edit(other, typed))
            m_unkept.insert(other, typed);
    }
}

void CommentDesk::commit()
{
    if (m_inspector != nullptr)
        m_inspector->comment()->commit();
}

void CommentDesk::leave()
{
    commit();
    if (m_inspector != nullptr)
        m_inspector->comment()->disconnect();
    m_flow->disconnect();
    disconnect();
}

QStringList CommentDesk::notKept() const
{
    QStringList names;
    for (const ObjectKey& key : m_unkept.keys())
        names << key.parts.join(QLatin1Char('.'));
    names.sort();
    return names;
}

void CommentDesk::setConventions(const QStringList& names)
{
    m_conventions = names;
    makeChoices();
}

void CommentDesk::makeChoices()
{
    m_choicesJob.start(
        [catalog = m_sources->facts().catalog, boundaries = m_sources->boundaries(),
         conventions = m_conventions](const std::atomic_bool&) {
            return makeCommentChoices(catalog, boundaries, conventions);
        },
        [this](CommentChoices choices) {
            m_choices = std::move(choices);
            showEditor();
        });
}

CommentView CommentDesk::viewOf(ObjectRef object) const
{
    const CommentedCatalog& commented = m_flow->commented();
    const Catalog& catalog = *commented.catalog();
    CommentView view;
    view.key = catalog.keyOf(object);
    view.title = catalog.displayName(object);
    view.text = commented.comment(object);
    view.before = view.text;
    view.home = commentHomeOf(catalog, object);
    view.readOnly = m_flow->cannotEdit(object);
    view.isColumn = object.kind == ObjectKind::Column;
    if (m_flow->isSnapshot(catalog.sourceOf(object)) && view.readOnly.isEmpty())
        view.home.sentence = tr("A snapshot has no place for comments: what is staged here can "
                                "become a migration.");
    if (const CommentEdit* edit = commented.edit(object)) {
        view.before = edit->before;
        view.staged = commented.state(*edit);
        view.theirs = storedComment(catalog.base(object).comment);
    }
    if (m_unkept.contains(view.key))
        view.text = m_unkept.value(view.key);
    if (m_choices.catalog == commented.catalog()) {
        view.choices = m_choices.notes;
        if (view.isColumn)
            view.values = m_choices.values.value(ColumnId{object.index});
    }
    return view;
}

void CommentDesk::showEditor()
{
    if (m_inspector == nullptr)
        return;
    // until the diagram has the newest facts, its selection is of an older catalog
    const bool current = m_diagram->facts().catalog == m_flow->commented().catalog();
    const auto object = current ? m_diagram->selected() : std::nullopt;
    if (!object)
        return;
    const CommentView view = viewOf(*object);
    m_inspector->comment()->showComment(view);
    m_inspector->setCommentStaged(view.staged.has_value());
}

} // namespace cadastre
