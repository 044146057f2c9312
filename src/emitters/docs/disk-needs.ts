import { capacityOf } from "../../design/capacity.ts";
import type { Design, Store } from "../../design/design.ts";

/** What a store holds after year 3 on all copies, against the disks that the deployment gives it. */
export interface DiskNeed {
  readonly store: Store;
  readonly copies: number;
  readonly gigabytes: number;
  /** 0 where no disk is stated. */
  readonly diskGibibytes: number;
  readonly diskGigabytes: number;
}

/** One for each store that holds entities. */
export function diskNeeds(design: Design): readonly DiskNeed[] {
  return capacityOf(design).storage.map(({ store, copies, thirdYearGigabytes }) => {
    const diskGibibytes = design.system.deployment.nodes
      .filter(({ hosts }) => hosts === store.id)
      .reduce((sum, { replicas, storageGiB }) => sum + replicas * (storageGiB ?? 0), 0);
    return {
      store,
      copies,
      gigabytes: thirdYearGigabytes,
      diskGibibytes,
      diskGigabytes: (diskGibibytes * 2 ** 30) / 1e9,
    };
  });
}
