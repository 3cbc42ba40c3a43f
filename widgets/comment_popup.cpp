// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/comment_popup.h"

#include "widgets/comment_editor.h"
#include "widgets/elided_label.h"

#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr QSize popupSize(380, 300);

} // namespace

CommentPopup::CommentPopup(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_title(new ElidedLabel(this))
    , m_editor(new CommentEditor(this))
{
    setObjectName(QStringLiteral("commentPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_editor, 1);
}

void CommentPopup::open(const QString& title, const QRect& beside)
{
    m_title->setFullText(title, Qt::ElideMiddle);
    const QRect screen = parentWidget()->screen()->availableGeometry();
    const QSize size = popupSize.expandedTo(minimumSizeHint());
    int left = beside.right() + 8;
    if (left + size.width() > screen.right())
        left = std::max(screen.left(), beside.left() - size.width() - 8);
    const int top = std::clamp(beside.top(), screen.top(),
                               std::max(screen.top(), screen.bottom() - size.height()));
    setGeometry(QRect(QPoint(left, top), size));
    show();
    m_editor->focusWords();
}

void CommentPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace cadastre
