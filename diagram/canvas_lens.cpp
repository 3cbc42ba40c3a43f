// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the canvas shows of facts beside the shape of tables: the lens that colours them and the
// marks of staged comments. How a lens colours is said in diagram/lens.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"

namespace cadastre {

std::shared_ptr<const LensResult> lensOf(const CanvasState& state, const DiagramGraph& graph)
{
    const auto lens = lensByName(state.lensName);
    return std::make_shared<const LensResult>(
        appliedLens(lens ? *lens : *lensByName({}), graph, state.commented.get()));
}

void Canvas::setLens(const QString& name)
{
    m_state->lensName = name;
    if (!m_state->scene->isEmpty())
        m_state->changeableScene().setLens(lensOf(*m_state, m_state->scene->graph()));
    repaintPicture();
    Q_EMIT lensResultChanged();
}

void Canvas::setCommented(std::shared_ptr<const CommentedCatalog> commented)
{
    m_state->commented = std::move(commented);
    if (const auto lens = lensByName(m_state->lensName); lens && lens->applyStaged)
        setLens(m_state->lensName);
}

QString Canvas::lens() const
{
    const auto lens = lensByName(m_state->lensName);
    return (lens ? *lens : *lensByName({})).name;
}

const LensResult* Canvas::lensResult() const
{
    return m_state->scene->isEmpty() ? nullptr : &m_state->scene->lens();
}

void Canvas::setChanges(std::shared_ptr<const ChangeMarks> changes)
{
    m_state->changes = std::move(changes);
    repaintPicture();
}

void Canvas::setComments(std::shared_ptr<const CommentMarks> comments)
{
    m_state->comments = std::move(comments);
    repaintPicture();
}

} // namespace cadastre
