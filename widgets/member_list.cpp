// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/member_list.h"

#include "widgets/icons.h"
#include "widgets/member_match.h"
#include "widgets/quiet_text_delegate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace cadastre {

namespace {

constexpr int memberQuietRole = Qt::UserRole + 1;
constexpr int memberRole = Qt::UserRole + 2;

/// An object key as people read it; patterns as they are.
QString memberTitle(const Catalog& catalog, const QString& member)
{
    const auto key = member.contains(QLatin1Char(':')) ? ObjectKey::fromString(member)
                                                       : Result<ObjectKey>(Error{});
    const auto object = key ? catalog.find(*key) : std::nullopt;
    return object ? catalog.displayName(*object) : member;
}

} // namespace

MemberList::MemberList(QWidget* parent)
    : QWidget(parent)
    , m_catalog(std::make_shared<const Catalog>())
    , m_list(new QListWidget(this))
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_add(new QPushButton(tr("&Add"), this))
{
    m_list->setAccessibleName(tr("Members"));
    m_list->setItemDelegate(new QuietTextDelegate(memberQuietRole, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setToolTip(tr("Enter or double click edits, Delete takes away"));
    m_list->installEventFilter(this);
    m_field->setPlaceholderText(tr("billing.*  inv_*  !inv_tmp"));
    m_field->setAccessibleName(tr("Pattern or object"));
    m_field->setToolTip(tr("A pattern on names: * stands for any letters, ? for one; ! keeps out "
                           "what it matches. Or the key of an object"));
    m_field->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    m_count->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_count->setMinimumHeight(2 * m_count->fontMetrics().lineSpacing()); // nothing moves by typing
    auto* row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_count);
    connect(m_field, &QLineEdit::textChanged, this, &MemberList::showCount);
    connect(m_field, &QLineEdit::returnPressed, this, &MemberList::add);
    connect(m_add, &QPushButton::clicked, this, &MemberList::add);
    connect(m_list, &QListWidget::itemActivated, this, &MemberList::editCurrent);
    showCount();
}

void MemberList::setMembers(std::shared_ptr<const Catalog> catalog, const QStringList& members)
{
    const bool same = members == m_members && catalog == m_catalog;
    m_catalog = std::move(catalog);
    if (same)
        return;
    m_members = members;
    m_list->clear();
    for (const QString& member : members) {
        const MemberMatch match = matchMember(*m_catalog, member);
        auto* item = new QListWidgetItem(memberTitle(*m_catalog, member), m_list);
        const bool single = member.contains(QLatin1Char(':'));
        const bool nothing = match.tables.empty() && match.others == 0;
        item->setData(memberRole, member);
        item->setData(memberQuietRole,
                      nothing  ? tr("matches nothing")
                      : single ? QString()
                               : QLocale().toString(static_cast<qlonglong>(match.tables.size())));
        item->setToolTip(QString(member % QLatin1Char('\n') % memberMatchText(*m_catalog, match)));
        if (nothing)
            item->setIcon(themedIcon(QStringLiteral("warning"), IconTone::Warning));
    }
}

QString MemberList::countText() const
{
    return m_count->text();
}

void MemberList::showCount()
{
    const QString text = m_field->text().trimmed();
    m_add->setEnabled(!text.isEmpty());
    m_add->setText(m_edited.isEmpty() ? tr("&Add") : tr("Ch&ange"));
    if (text.isEmpty()) {
        m_count->clear();
        m_edited.clear();
        m_add->setText(tr("&Add"));
        return;
    }
    const MemberMatch match = matchMember(*m_catalog, text);
    m_count->setText(memberMatchText(*m_catalog, match));
    m_add->setEnabled(match.problem.isEmpty());
}

void MemberList::add()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty() || !m_add->isEnabled())
        return;
    QStringList members = m_members;
    if (!m_edited.isEmpty())
        members.removeAll(m_edited);
    members << text;
    m_field->clear();
    tell(members);
}

void MemberList::editCurrent()
{
    if (m_list->currentItem() == nullptr)
        return;
    m_edited = m_list->currentItem()->data(memberRole).toString();
    m_field->setText(m_edited);
    showCount();
    m_field->setFocus();
}

void MemberList::removeSelected()
{
    QStringList members = m_members;
    for (const QListWidgetItem* item : m_list->selectedItems())
        members.removeAll(item->data(memberRole).toString());
    if (members != m_members)
        tell(members);
}

void MemberList::tell(QStringList members)
{
    members.removeDuplicates();
    members.sort();
    Q_EMIT membersEdited(members);
}

bool MemberList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre
