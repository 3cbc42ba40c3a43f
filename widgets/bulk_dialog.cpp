// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/bulk_dialog.h"

#include "widgets/icons.h"
#include "widgets/muted_text.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace cadastre {

BulkDialog::BulkDialog(const QString& title, const QString& help, QWidget* parent)
    : QDialog(parent)
    , m_head(new QVBoxLayout)
    , m_list(new BulkListView(this))
    , m_problem(new QLabel(this))
    , m_busy(new QProgressBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* words = new QLabel(help, this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    keepMuted(words);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(true);
    m_busy->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addLayout(m_head);
    layout->addWidget(m_problem);
    layout->addWidget(m_busy);
    layout->addWidget(m_list, 1);
    setUpFoot();
    connect(m_list->model(), &BulkModel::ticksChanged, this, &BulkDialog::showStage);
    showStage();
    resize(960, 660);
}

void BulkDialog::setUpFoot()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_stage = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_stage->setToolTip(tr("They become pending changes, as one step that can be undone; the "
                           "database is not touched (Ctrl+Enter)"));
    connect(m_stage, &QPushButton::clicked, this,
            [this] { Q_EMIT stageRequested(m_list->model()->ticked()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void BulkDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        return QDialog::keyPressEvent(event);
    event->accept();
    if (event->modifiers().testFlag(Qt::ControlModifier))
        m_stage->click();
    else if (auto* button = qobject_cast<QAbstractButton*>(focusWidget()))
        button->click();
}

void BulkDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    for (QPushButton* button : findChildren<QPushButton*>()) {
        button->setAutoDefault(false);
        button->setDefault(false);
    }
}

void BulkDialog::setList(std::shared_ptr<const Catalog> catalog, BulkList list)
{
    m_busy->hide();
    showProblem(m_cannotStage);
    m_list->setList(std::move(catalog), std::move(list));
}

void BulkDialog::setProblem(const QString& sentence)
{
    m_busy->hide();
    m_list->setEmpty({});
    showProblem(sentence);
}

void BulkDialog::setHint(const QString& sentence)
{
    m_busy->hide();
    showProblem({});
    m_list->setEmpty(sentence);
}

void BulkDialog::setBusy(const QString& what)
{
    showProblem({});
    m_busy->setFormat(what);
    m_busy->setAccessibleName(what);
    m_busy->show();
    m_stage->setEnabled(false);
}

void BulkDialog::setCannotStage(const QString& why)
{
    m_cannotStage = why;
    showProblem(why);
    showStage();
}

QString BulkDialog::problemText() const
{
    return m_problem->text();
}

void BulkDialog::showProblem(const QString& sentence)
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, toneColor(IconTone::Error));
    m_problem->setPalette(palette);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void BulkDialog::showStage()
{
    const int count = m_list->model()->tickedCount();
    m_stage->setText(
        count == 0 ? tr("&Stage")
                   : tr("&Stage %1").arg(tr("%Ln comments", nullptr, static_cast<int>(count))));
    m_stage->setEnabled(count > 0 && m_cannotStage.isEmpty());
}

} // namespace cadastre
