// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/target_chooser.h"

#include "model/relations/relationship_names.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/quiet_text_delegate.h"
#include "widgets/target_choice_model.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int shownChoices = 200;

}

TargetChooser::TargetChooser(std::shared_ptr<const Catalog> catalog, Relationship relationship,
                             QWidget* parent)
    : QDialog(parent)
    , m_catalog(std::move(catalog))
    , m_relationship(std::move(relationship))
    , m_model(new TargetChoiceModel(this))
    , m_question(new ElidedLabel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_reason(new QLineEdit(this))
    , m_note(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choose a target"));
    setCount(1);
    m_search->setPlaceholderText(tr("Search tables and columns"));
    m_search->setAccessibleName(tr("Search of the target"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_reason->setPlaceholderText(tr("Reason (may be empty)"));
    m_reason->setAccessibleName(tr("Reason of the decision"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("&Relate"));
    connect(buttons, &QDialogButtonBox::accepted, this, &TargetChooser::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_question);
    layout->addWidget(m_search);
    setUpList();
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_reason);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &TargetChooser::search);
    search();
    m_search->setFocus();
    resize(460, 480);
}

void TargetChooser::setUpList()
{
    m_list->setAccessibleName(tr("Possible targets"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuietTextDelegate(TargetChoiceModel::QuietTextRole, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_list, &QListView::activated, this, &TargetChooser::choose);
    m_note->setWordWrap(true);
}

void TargetChooser::setNames(const ObjectNames& names)
{
    m_names = names.areOf(m_catalog.get()) ? names : ObjectNames();
    search();
}

void TargetChooser::setReason(const QString& reason)
{
    m_reason->setText(reason);
}

void TargetChooser::setCount(int count)
{
    const QString names = columnNamesText(*m_catalog, m_relationship.childColumns);
    const QString one = endText(*m_catalog, m_relationship.child, m_relationship.childColumns);
    m_question->setFullText(
        count == 1 ? tr("Where does %1 point?").arg(one)
                   : tr("Where does %1 of %2 tables point?").arg(names, QLocale().toString(count)),
        Qt::ElideMiddle);
}

void TargetChooser::search()
{
    m_model->setChoices(m_catalog,
                        targetChoices(*m_catalog, m_relationship, m_search->text().trimmed(),
                                      shownChoices, m_names),
                        m_names);
    m_list->setCurrentIndex(m_model->index(0));
    const int found = m_model->rowCount();
    m_ok->setEnabled(found > 0);
    m_note->setText(found == 0 ? tr("No table or column is called like this.")
                    : found == shownChoices
                        ? tr("The first %1; more letters find others.").arg(shownChoices)
                        : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

void TargetChooser::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    Q_EMIT chosen(m_model->choices()[static_cast<std::size_t>(index.row())].target,
                  m_reason->text().trimmed());
    accept();
}

bool TargetChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown ||
            key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace cadastre
