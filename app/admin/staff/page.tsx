import { StaffList } from '@/components/desk/staff-list'
import { listStaff } from '@/store/staff'
import { DeskPage } from '../desk-page'
import { newsroom } from '../newsroom'
import { disable, endSessions, invite } from './actions'

export default function StaffRoom() {
  return (
    <DeskPage current="staff" deed="keep-staff">
      {async () => {
        const { db, words } = await newsroom()
        return (
          <StaffList
            words={words}
            people={await listStaff(db, new Date())}
            invite={invite}
            disable={disable}
            endSessions={endSessions}
          />
        )
      }}
    </DeskPage>
  )
}
