// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is staged over what was read; see the header.
#include "model/notes/commented_catalog.h"

#include "model/catalog/containment.h"
#include "model/notes/comment_home.h"
#include "model/notes/comment_text.h"

namespace cadastre {

namespace {

/// Empty for none.
QString calledIn(const QString& comment)
{
    static const QString tag = QStringLiteral("called");
    return comment.contains(QLatin1String("@called")) ? noteValue(comment, tag).value_or(QString())
                                                      : QString();
}

QHash<ObjectRef, QString> calledNamesOf(const Catalog& catalog)
{
    QHash<ObjectRef, QString> names;
    for (ObjectKind kind : objectKinds) {
        const int count = objectCount(catalog.objects(), kind);
        for (int i = 0; i < count; ++i) {
            const Comment& comment = catalog.base({kind, i}).comment;
            const QString name = comment.isEmpty() ? QString() : calledIn(comment.text);
            if (!name.isEmpty())
                names.insert({kind, i}, name);
        }
    }
    return names;
}

} // namespace

CommentedCatalog::CommentedCatalog(std::shared_ptr<const Catalog> catalog,
                                   const StagedEdits& staged)
    : m_catalog(std::move(catalog))
{
    if (m_catalog != nullptr)
        m_calledAsRead =
            std::make_shared<const QHash<ObjectRef, QString>>(calledNamesOf(*m_catalog));
    stage(staged);
}

CommentedCatalog CommentedCatalog::withStaged(const StagedEdits& staged) const
{
    CommentedCatalog other = *this;
    other.m_staged.clear();
    other.m_called.clear();
    other.stage(staged);
    return other;
}

void CommentedCatalog::stage(const StagedEdits& staged)
{
    m_edits = std::make_shared<const StagedEdits>(staged);
    if (m_catalog == nullptr)
        return;
    for (const auto& [key, edit] : m_edits->edits()) {
        const auto object = m_catalog->find(key);
        if (!object)
            continue;
        m_staged.insert(*object, &edit);
        m_called.insert(*object, calledIn(edit.after));
    }
}

QString CommentedCatalog::comment(ObjectRef object) const
{
    const CommentEdit* staged = edit(object);
    return staged != nullptr ? staged->after : m_catalog->base(object).comment.text;
}

const CommentEdit* CommentedCatalog::edit(ObjectRef object) const
{
    return m_staged.value(object, nullptr);
}

StageState CommentedCatalog::state(const CommentEdit& edit) const
{
    const auto object = m_catalog != nullptr ? m_catalog->find(edit.key) : std::nullopt;
    if (!object)
        return StageState::Gone;
    const ObjectBase& facts = m_catalog->base(*object);
    if (edit.identity && facts.identity && edit.identity != facts.identity)
        return StageState::Replaced;
    const QString stored = storedComment(facts.comment);
    if (stored == edit.after)
        return StageState::Settled;
    return stored == edit.before ? StageState::Current : StageState::Changed;
}

QString CommentedCatalog::calledName(ObjectRef object) const
{
    if (const auto staged = m_called.constFind(object); staged != m_called.constEnd())
        return *staged;
    return m_calledAsRead != nullptr ? m_calledAsRead->value(object) : QString();
}

} // namespace cadastre
